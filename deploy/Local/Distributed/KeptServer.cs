using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Private;

namespace InfoSharing.Local.Distributed;

/// <summary>A private server that is started again when it ends by itself; meanwhile every agency holds what it cannot send or takes nothing. That it ended is said each time.</summary>
/// <param name="name">What it is called.</param>
/// <param name="meanwhile">What its absence means for the agencies, as a sentence.</param>
/// <param name="ended">Completes when it has ended.</param>
/// <param name="startAgain">Starts it on the same ports and data, and returns when it is ready for the agencies.</param>
/// <param name="errors">Where it is said that it ended.</param>
/// <param name="clock">The clock of the pauses.</param>
internal sealed class KeptServer(string name, string meanwhile, Func<Task> ended, Func<CancellationToken, Task> startAgain, TextWriter errors, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _stopped = new();
    private Task _keeping = Task.CompletedTask;

    /// <summary>Begins, when it runs.</summary>
    internal void Keep() => _keeping = KeepAsync();

    /// <summary>From now on its end is meant.</summary>
    internal Task LetEndAsync() => _stopped.CancelAsync();

    /// <summary>Returns when it is not being started again any more; its end must be meant by then, and have come.</summary>
    public async ValueTask DisposeAsync()
    {
        await _keeping;
        _stopped.Dispose();
    }

    private async Task KeepAsync()
    {
        while (true)
        {
            await ended();
            if (_stopped.IsCancellationRequested) return;
            await errors.WriteLineAsync($"{name} has ended; it is started again in {Pause.TotalSeconds:0} s. {meanwhile}");
            await Task.Delay(Pause, clock, _stopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stopped.IsCancellationRequested) return;
            try
            {
                await startAgain(_stopped.Token);
                await errors.WriteLineAsync($"{name} runs again.");
            }
            catch (Exception failure) when (failure is CannotStartException or PrivateServerException or OperationCanceledException)
            {
                if (_stopped.IsCancellationRequested) return;
                await errors.WriteLineAsync(failure.Message);
            }
        }
    }
}
