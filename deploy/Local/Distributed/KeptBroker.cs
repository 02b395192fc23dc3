using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Private;

namespace InfoSharing.Local.Distributed;

/// <summary>A private broker that is started again when it ends by itself; meanwhile every agency holds what it cannot send.</summary>
internal sealed class KeptBroker : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly PrivateBroker _broker;
    private readonly TextWriter _errors;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stopped = new();
    private readonly Task _keeping;

    private KeptBroker(PrivateBroker broker, TextWriter errors, TimeProvider clock)
    {
        (_broker, _errors, _clock) = (broker, errors, clock);
        _keeping = KeepAsync();
    }

    /// <summary>Its port for agencies.</summary>
    internal int AmqpPort => _broker.AmqpPort;

    /// <summary>Where it is administered.</summary>
    internal Uri Management => _broker.Management;

    /// <summary>The file of its administrator's password.</summary>
    internal string PasswordFile => _broker.PasswordFile;

    /// <summary>Starts one.</summary>
    /// <exception cref="CannotStartException">It does not start.</exception>
    internal static async Task<KeptBroker> StartAsync(string folder, TextWriter errors, TimeProvider clock, CancellationToken stop) =>
        new(await PrivateBroker.StartAsync(folder, stop: stop), errors, clock);

    /// <summary>Stops it, and leaves it so.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        await _broker.StopAsync();
        await _keeping; // it may have been starting it again
        await _broker.DisposeAsync();
        _stopped.Dispose();
    }

    private async Task KeepAsync()
    {
        while (true)
        {
            await _broker.Ended;
            if (_stopped.IsCancellationRequested) return;
            await _errors.WriteLineAsync($"RabbitMQ has ended; it is started again in {Pause.TotalSeconds:0} s. Until it answers, every agency holds what it sends.");
            await Task.Delay(Pause, _clock, _stopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stopped.IsCancellationRequested) return;
            try
            {
                await _broker.StartAgainAsync(_stopped.Token);
                await _errors.WriteLineAsync("RabbitMQ runs again.");
            }
            catch (Exception failure) when (failure is CannotStartException or OperationCanceledException)
            {
                if (_stopped.IsCancellationRequested) return;
                await _errors.WriteLineAsync(failure.Message);
            }
        }
    }
}
