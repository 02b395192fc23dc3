using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Ledger.Migrations;

/// <summary>Runs what is missing, each once. The caller holds the engine's lock and transaction around it, so that two processes never run it at once.</summary>
internal static class MigrationRunner
{
    /// <summary>Brings a ledger to the program's tables; the table of migrations itself is made by the engine's own command.</summary>
    /// <exception cref="LedgerStartException">The ledger is newer than the program, or an old migration was edited.</exception>
    internal static void Run(DbConnection connection, string table, IReadOnlyList<Migration> migrations, string where, long now, ILogger log)
    {
        connection.Execute(table);
        var done = connection.Query<(long Number, byte[] Digest)>("select number, digest from migration order by number").AsList();
        if (done.Count > migrations.Count)
            throw new LedgerStartException($"The ledger in {where} is newer than this program (it has migration {done[^1].Number}, the program ends at {migrations.Count}): run the newer program.");
        for (var i = 0; i < done.Count; i++)
            if (done[i].Number != migrations[i].Number || !done[i].Digest.AsSpan().SequenceEqual(migrations[i].Digest))
                throw new LedgerStartException($"Migration {done[i].Number} of the ledger in {where} is not the one that this program knows: run the program that made the ledger, or restore it.");
        foreach (var migration in migrations.Skip(done.Count))
        {
            connection.Execute(migration.Sql);
            connection.Execute("insert into migration (number, name, digest, run_at) values (@Number, @Name, @Digest, @now)", new { migration.Number, migration.Name, migration.Digest, now });
            LedgerLog.Migrated(log, migration.Number);
        }
    }
}
