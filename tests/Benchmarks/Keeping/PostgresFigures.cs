using System.Diagnostics;
using System.Security.Cryptography;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Engines.Postgres;
using InfoSharing.Exchange.Ledger.Migrations;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Exchange.Ledger.Stored;
using InfoSharing.Local.Private;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace InfoSharing.Tests.Benchmarks.Keeping;

/// <summary>
/// What a ledger in PostgreSQL takes in a second, from one process's writer and from two replicas'. The floor writes the same rows into the same tables, an array a
/// column and a commit a batch of 32, on a connection of its own: no sealing, no chain, no request looked up, nothing read.
/// </summary>
internal static class PostgresFigures
{
    private const int Rounds = 3;
    private const int Batch = 32;

    public static async Task Print(double seconds)
    {
        if (PostgresPrograms.Find() is not { } programs)
        {
            Console.WriteLine("Append        PostgreSQL is not installed here: no figures");
            return;
        }
        var folder = Directory.CreateTempSubdirectory("infosharing-append-").FullName;
        await using (var server = await PrivatePostgres.StartAsync(programs, folder, CancellationToken.None))
        {
            var key = Path.Combine(folder, "storage.key");
            StorageKey.Make(key);
            foreach (var (replicas, producers) in new[] { (1, 64), (1, 256), (2, 64) })
            {
                var (kept, bare) = (new List<double>(), new List<double>());
                for (var round = 0; round <= Rounds; round++) // the first is for warming up
                {
                    var name = $"r{replicas}p{producers}n{round}";
                    bare.Add(await Floor(server, $"floor_{name}", seconds));
                    kept.Add(await Ledger(server, $"ledger_{name}", key, replicas, producers, seconds));
                }
                var (ledger, floor) = (Machine.Median(kept.Skip(1)), Machine.Median(bare.Skip(1)));
                Console.WriteLine($"Append        PostgreSQL, {replicas} writer{(replicas > 1 ? "s" : "")}: {ledger:N0} entries/s of 16 kB at {producers} producers; floor (the same rows, batches of {Batch}) {floor:N0}/s; ratio {ledger / floor:F2}");
            }
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<double> Ledger(PrivatePostgres server, string database, string key, int replicas, int producers, double seconds)
    {
        await server.MakeDatabaseAsync(database, CancellationToken.None);
        var options = new LedgerOptions { Agency = "leeds-social-care", Engine = LedgerOptions.Postgres, Connection = server.ConnectionTo(database), PasswordFile = server.PasswordFile, StorageKeyFile = key };
        var ledgers = Enumerable.Range(0, replicas).Select(_ => LedgerRegistration.Open(options, TimeProvider.System, NullLogger<AgencyLedger>.Instance)).ToArray();
        var rate = await AppendFigures.RateAsync(producer => ledgers[producer % replicas], producers, seconds);
        foreach (var ledger in ledgers) ledger.Dispose();
        return rate;
    }

    private static async Task<double> Floor(PrivatePostgres server, string database, double seconds)
    {
        await server.MakeDatabaseAsync(database, CancellationToken.None);
        var builder = new NpgsqlConnectionStringBuilder(server.ConnectionTo(database)) { Password = await File.ReadAllTextAsync(server.PasswordFile), Pooling = false, MaxAutoPrepare = 50, AutoPrepareMinUsages = 2, WriteBufferSize = 65_536 };
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync();
        foreach (var migration in Migration.Of("Postgres")) await Run(migration.Sql);
        await Run("insert into chain values (1, 0, '')");
        var (body, small, digest) = (RandomNumberGenerator.GetBytes(AppendFigures.Bytes + SealedBox.Overhead), RandomNumberGenerator.GetBytes(50), RandomNumberGenerator.GetBytes(32));
        var began = Stopwatch.GetTimestamp();
        var (done, position) = (0, 0L);
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            var rows = new RowBatch();
            for (var i = 0; i < Batch; i++, done++)
            {
                var (transfer, place) = (AppendFigures.NewId(), (position + 1) << CoveredRow.PlaceBits);
                rows.CaseKeys.Add(new(transfer, small, 0));
                rows.Links.Add(Link(audit: false));
                rows.Links.Add(Link(audit: true));
                rows.Transfers.Add(new() { Place = place, Id = AppendFigures.NewId(), TransferId = transfer, Version = 1, Standing = 1, Sha256 = digest, Sealed = body, Report = small, Request = digest });
                rows.Outgoing.Add(new() { Place = place + 1, Id = AppendFigures.NewId(), TransferId = transfer, Version = 1, Recipient = "sandwell-social-care", Lane = 2, Sequence = 1, Kind = "transfer", Sha256 = digest, Sealed = small });
                rows.Requests.Add(new() { Key = RandomNumberGenerator.GetBytes(32), Digest = digest, CaseId = transfer, Answer = small });

                LinkRow Link(bool audit) => new() { Audit = audit, Position = ++position, Id = AppendFigures.NewId(), TransferId = transfer, Version = 1, Kind = "sent", Sealed = small, Salt = small[..16], Link = digest };
            }
            await using var batch = new NpgsqlBatch(connection);
            PostgresRows.Add(batch, rows, new((ulong)position, digest));
            await batch.ExecuteNonQueryAsync();
        }
        return done / Stopwatch.GetElapsedTime(began).TotalSeconds;

        async Task Run(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
