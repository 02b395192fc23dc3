using Microsoft.Extensions.Logging;
using Npgsql;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>After erasures: has the server reuse at once the space of the rows that held the keys, beside the writer, which goes on. Askings while it works become one.</summary>
internal sealed class Tidying(PostgresServer server, ILogger log) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;
    private bool _again;

    internal void Ask()
    {
        lock (_lock)
        {
            _again = true;
            if (_work.IsCompleted) _work = Task.Run(TidyAsync);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _work.GetAwaiter().GetResult();
        _stop.Dispose();
    }

    private async Task TidyAsync()
    {
        while (true)
        {
            lock (_lock)
            {
                if (!_again || _stop.IsCancellationRequested) return;
                _again = false;
            }
            try
            {
                await using var connection = await server.ForReadingAsync(_stop.Token);
                await using var command = new NpgsqlCommand("vacuum case_key, blind_index, journey", connection) { CommandTimeout = 0 };
                await command.ExecuteNonQueryAsync(_stop.Token);
            }
            catch (Exception failure) when (failure is OperationCanceledException || Failures.IsUnavailable(failure))
            {
                LedgerLog.ScrubPutOff(log); // the server's own vacuum does it
            }
        }
    }
}
