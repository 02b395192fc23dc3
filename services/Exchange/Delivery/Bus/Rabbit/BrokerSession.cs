using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace InfoSharing.Exchange.Delivery.Bus.Rabbit;

/// <summary>
/// A connection that is there as long as the agency runs: opened, used until it ends, and opened again after a pause that grows. That it was lost
/// is said once, and once that it is there again.
/// </summary>
internal abstract class BrokerSession(BrokerConnections connections, string purpose, TimeProvider clock, ILogger log) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _said;

    /// <summary>The clock of its pauses.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>Starts it, and returns when it was tried once: who has started knows whether the broker is there.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        await _tried.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Makes a new connection ready; what it is used for begins.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="lost">To be completed where it can be used no longer though it is open.</param>
    /// <param name="stop">Ends the agency.</param>
    protected abstract Task BeginAsync(IConnection connection, TaskCompletionSource lost, CancellationToken stop);

    /// <summary>Lets a connection go, before it is closed.</summary>
    protected abstract Task EndAsync();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await UseOneAsync(stoppingToken)) pause = FirstPause;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested) // whatever broker, network or file may do: the agency outlives it, and tries again
            {
                SayLost(failure);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested) // it was in the middle of something, and nobody waits for that
            {
                return;
            }
            _tried.TrySetResult();
            // A fifth more or less: a broker that has just come back is not asked by all at once.
            await Task.Delay(pause * (0.8 + (0.4 * Random.Shared.NextDouble())), Clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < connections.LongestPause ? pause * 2 : connections.LongestPause;
        }
    }

    // True where it served for a while: the next pause is a short one again.
    private async Task<bool> UseOneAsync(CancellationToken stop)
    {
        await using var connection = await connections.OpenAsync(purpose, stop);
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.ConnectionShutdownAsync += (_, _) =>
        {
            lost.TrySetResult();
            return Task.CompletedTask;
        };
        var began = Clock.GetTimestamp();
        try
        {
            await BeginAsync(connection, lost, stop);
            if (_said) BrokerLog.Reached(log, purpose);
            _said = false;
            _tried.TrySetResult();
            if (!connection.IsOpen) lost.TrySetResult();
            await lost.Task.WaitAsync(stop);
        }
        finally
        {
            await EndAsync();
        }
        SayLost(new IOException());
        return Clock.GetElapsedTime(began) > connections.LongestPause;
    }

    private void SayLost(Exception failure)
    {
        if (_said) return;
        _said = true;
        var (words, cure) = BrokerConnections.Words(failure);
        BrokerLog.Lost(log, purpose, words, cure);
    }
}
