using Microsoft.Extensions.Logging;
using Npgsql;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>
/// Hears what other replicas commit. It is a hurry-up and no promise: a word may be lost with its connection, so whoever follows looks again by itself too, and
/// after each gap everything is taken as having happened.
/// </summary>
internal sealed class OtherReplicas(PostgresServer server, TimeProvider clock, ILogger log) : IDisposable
{
    internal const string Channel = "infosharing_ledger";
    internal const string Erased = "erased";
    private static readonly TimeSpan BeforeAnotherTry = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _stop = new();
    private Task? _listening;

    /// <summary>Tells of each commit of another process, and whether something was erased by it.</summary>
    internal void Follow(Action<bool> told, Func<int> own) => _listening = Task.Run(() => ListenUntilStoppedAsync(told, own));

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _listening?.GetAwaiter().GetResult();
        _stop.Dispose();
    }

    private async Task ListenUntilStoppedAsync(Action<bool> told, Func<int> own)
    {
        while (true)
        {
            try
            {
                await ListenAsync(told, own);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost) when (Failures.IsUnavailable(lost))
            {
                LedgerLog.NotListening(log, Failures.NameOf(lost));
            }
            try
            {
                await Task.Delay(BeforeAnotherTry, clock, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(Action<bool> told, Func<int> own)
    {
        await using var connection = await server.ForListeningAsync(_stop.Token);
        connection.Notification += (_, word) =>
        {
            if (word.PID != own()) told(word.Payload == Erased);
        };
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection)) await listen.ExecuteNonQueryAsync(_stop.Token);
        told(true);
        while (true) await connection.WaitAsync(_stop.Token);
    }
}
