using Npgsql;
using NpgsqlTypes;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>
/// Leases among the replicas of a ledger, by the server's clock, so that no replica's own may steal or keep one. A lease says who does a work, for its cost's sake;
/// that nothing is doubled rests on the ledger's keys and never on a lease.
/// </summary>
internal sealed class Leases(PostgresServer server, TimeProvider clock) : IDisposable
{
    private const string Take =
        """
        insert into lease as l (what, owner, until) values ($1, $2, clock_timestamp() + $3)
        on conflict (what) do update set owner = excluded.owner, until = excluded.until where l.owner = excluded.owner or l.until < clock_timestamp()
        """;

    private readonly Guid _owner = Guid.CreateVersion7(clock.GetUtcNow());
    private bool _taken;

    /// <summary>Takes a lease that is free, run out, or ours; false where another replica has it.</summary>
    internal async Task<bool> TakeAsync(string what, TimeSpan time, CancellationToken cancellationToken)
    {
        await using var connection = await server.ForReadingAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Take, connection)
        {
            Parameters = { new() { Value = what }, new() { Value = _owner }, new() { Value = time, NpgsqlDbType = NpgsqlDbType.Interval } },
        };
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0) return false;
        return _taken = true;
    }

    /// <summary>Gives back what is ours, so that nobody waits for it to run out.</summary>
    public void Dispose()
    {
        if (!_taken) return;
        try
        {
            using var connection = server.ForOnce();
            using var command = new NpgsqlCommand("delete from lease where owner = $1", connection) { Parameters = { new() { Value = _owner } } };
            command.ExecuteNonQuery();
        }
        catch (Exception down) when (Failures.IsUnavailable(down))
        {
            // They run out by themselves.
        }
    }
}
