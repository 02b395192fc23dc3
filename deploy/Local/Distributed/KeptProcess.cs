using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Private;

namespace InfoSharing.Local.Distributed;

/// <summary>
/// A process that is started again when it ends by itself, at first after a second, then after twice as long each time, a minute at the longest: one
/// agency's fault must not stop the other seven, nor fill the machine with starts. That it ended is said each time.
/// </summary>
/// <param name="name">What it is called.</param>
/// <param name="start">Starts it, and returns when it is ready.</param>
/// <param name="errors">Where it is said that it ended.</param>
/// <param name="clock">The clock of the pauses.</param>
internal sealed class KeptProcess(string name, Func<CancellationToken, Task<GuardedProcess>> start, TextWriter errors, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ToStop = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource _stopped = new();
    private GuardedProcess? _process;
    private Task _keeping = Task.CompletedTask;

    /// <summary>Starts it the first time; where that fails there is nothing to keep.</summary>
    internal async Task StartAsync(CancellationToken stop)
    {
        _process = await start(stop);
        _keeping = KeepAsync();
    }

    /// <summary>Stops it, and leaves it so.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        if (_process is not null) await _process.StopAsync(ToStop);
        await _keeping;
        if (_process is not null) await _process.DisposeAsync();
        _stopped.Dispose();
    }

    private async Task KeepAsync()
    {
        var pause = FirstPause;
        while (true)
        {
            var began = clock.GetTimestamp();
            var code = await _process!.Ended;
            if (_stopped.IsCancellationRequested) return;
            if (clock.GetElapsedTime(began) > LongestPause) pause = FirstPause;
            await errors.WriteLineAsync($"{name} has ended ({code}); it is started again in {pause.TotalSeconds:0} s.");
            await Task.Delay(pause, clock, _stopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            if (_stopped.IsCancellationRequested) return;
            await StartAgainAsync();
        }
    }

    private async Task StartAgainAsync()
    {
        var before = _process!;
        try
        {
            _process = await start(_stopped.Token);
            await before.DisposeAsync();
            await errors.WriteLineAsync($"{name} runs again.");
        }
        catch (CannotStartException failure)
        {
            await errors.WriteLineAsync(failure.Message);
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            // It stays as it is.
        }
    }
}
