using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Broker;
using InfoSharing.Local.Private;

namespace InfoSharing.Local.Distributed;

/// <summary>A private broker, prepared for some agencies, that is started again when it ends by itself, and prepared again: its data may have gone with it.</summary>
internal sealed class KeptBroker : IAsyncDisposable
{
    private readonly PrivateBroker _broker;
    private readonly BrokerPreparation _preparation;
    private readonly IReadOnlyList<string> _agencies;
    private readonly KeptServer _server;

    private KeptBroker(PrivateBroker broker, IReadOnlyList<string> agencies, Func<string, string> passwordOf, TextWriter errors, TimeProvider clock)
    {
        (_broker, _agencies) = (broker, agencies);
        _preparation = new(new BrokerAdministrator(broker.Management, PrivateBrokerFiles.Administrator, broker.PasswordFile), new BrokerPasswords(passwordOf));
        _server = new("RabbitMQ", "Until it answers, every agency holds what it sends.", () => broker.Ended, StartAgainAsync, errors, clock);
    }

    /// <summary>Its port for agencies.</summary>
    internal int AmqpPort => _broker.AmqpPort;

    /// <summary>Starts one.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="agencies">For whom it is prepared.</param>
    /// <param name="passwordOf">The file of an agency's password on it, made where it is missing.</param>
    /// <param name="errors">Where it is said that it ended.</param>
    /// <param name="clock">The clock of the pauses.</param>
    /// <param name="stop">Stops the starting.</param>
    /// <exception cref="CannotStartException">It does not start.</exception>
    internal static async Task<KeptBroker> StartAsync(string folder, IReadOnlyList<string> agencies, Func<string, string> passwordOf, TextWriter errors, TimeProvider clock, CancellationToken stop)
    {
        var kept = new KeptBroker(await PrivateBroker.StartAsync(folder, stop: stop), agencies, passwordOf, errors, clock);
        try
        {
            await kept.PrepareAsync(stop);
        }
        catch // whatever it was, nothing of it stays; the failure goes on
        {
            await kept.DisposeAsync();
            throw;
        }
        kept._server.Keep();
        return kept;
    }

    /// <summary>Stops it, and leaves it so.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.LetEndAsync();
        await _broker.StopAsync();
        await _server.DisposeAsync(); // it may have been starting it again
        await _broker.DisposeAsync();
    }

    private async Task StartAgainAsync(CancellationToken stop)
    {
        await _broker.StartAgainAsync(stop);
        try
        {
            await PrepareAsync(stop);
        }
        catch // whatever it was, one that is not prepared serves nobody: it ends, and is started again; the failure goes on
        {
            await _broker.StopAsync();
            throw;
        }
    }

    private Task<BrokerPlan> PrepareAsync(CancellationToken stop) => _preparation.RunAsync(_agencies, dryRun: false, stop);
}
