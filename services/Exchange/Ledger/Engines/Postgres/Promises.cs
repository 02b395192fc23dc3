using Npgsql;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>What makes a commit lasting is read back from the server, and not taken on trust; a writer that hangs must not hold the chain for ever.</summary>
internal static class Promises
{
    // "on" waits for a named synchronous standby too, where there is one; "local" and "remote_write" promise less.
    private static readonly (string Name, string[] Good)[] Wanted = [("synchronous_commit", ["on", "remote_apply"]), ("fsync", ["on"]), ("full_page_writes", ["on"]), ("server_encoding", ["UTF8"])];

    /// <summary>Checks a writer's connection, and holds it to what was found, whatever the server's settings become meanwhile.</summary>
    /// <exception cref="LedgerStartException">The server does not promise that what it acknowledges is on disk.</exception>
    internal static void Demand(NpgsqlConnection connection)
    {
        foreach (var (name, good) in Wanted)
            if (Ask(connection, $"show {name}") is var found && !good.Contains(found))
                throw new LedgerStartException($"The ledger cannot promise that what it acknowledges is on disk: {name} is {found} in database {connection.Database}, not {string.Join(" or ", good)}; have it set so for the server.");
        Ask(connection, "select set_config('synchronous_commit', current_setting('synchronous_commit'), false)");
        // A replica that stops between two commands, or takes no answer, or is cut off, loses the chain's lock after this long; one that waits for it gives up later.
        Ask(connection, "select set_config('idle_in_transaction_session_timeout', '5s', false), set_config('tcp_user_timeout', '5s', false), set_config('lock_timeout', '20s', false)");
        // The writer looks up keys, each by its index, whatever the statistics say of tables that grow; so a plan once made stays good.
        Ask(connection, "select set_config('enable_hashjoin', 'off', false), set_config('enable_mergejoin', 'off', false), set_config('plan_cache_mode', 'force_generic_plan', false)");
    }

    private static string? Ask(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar() as string;
    }
}
