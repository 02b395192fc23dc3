using System.Diagnostics;
using System.Security.Cryptography;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Sealing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoSharing.Tests.Benchmarks.Keeping;

/// <summary>
/// What a ledger takes in a second: a 16 kB transfer with its event, audit record, outgoing row and request, at 64 producers.
/// The floor is the same bytes in bare SQLite, batches of 32, synchronous=FULL: no sealing, no chain, no request.
/// </summary>
internal static class AppendFigures
{
    private const int Producers = 64;
    internal const int Bytes = 16_000;
    private const int Rounds = 3;

    public static async Task Print(double seconds)
    {
        var folder = Directory.CreateTempSubdirectory("infosharing-append-").FullName;
        var (kept, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++) // the first is for warming up
        {
            bare.Add(Floor(Path.Combine(folder, $"floor{round}.db"), seconds));
            kept.Add(await Ledger(Path.Combine(folder, $"ledger{round}"), seconds));
        }
        Directory.Delete(folder, recursive: true);
        var (ledger, floor) = (Machine.Median(kept.Skip(1)), Machine.Median(bare.Skip(1)));
        Console.WriteLine();
        Console.WriteLine($"Append        {ledger:N0} entries/s of 16 kB at {Producers} producers; floor (bare SQLite, batches of 32) {floor:N0}/s; ratio {ledger / floor:F2}");
    }

    private static async Task<double> Ledger(string folder, double seconds)
    {
        var key = folder + ".key";
        StorageKey.Make(key);
        var options = new LedgerOptions { Agency = "leeds-social-care", Folder = folder, StorageKeyFile = key };
        using var ledger = LedgerRegistration.Open(options, TimeProvider.System, NullLogger<AgencyLedger>.Instance);
        return await RateAsync(_ => ledger, Producers, seconds);
    }

    /// <summary>Entries a second that producers get into the ledger that each is given.</summary>
    internal static async Task<double> RateAsync(Func<int, AgencyLedger> ledgerOf, int producers, double seconds)
    {
        var body = RandomNumberGenerator.GetBytes(Bytes);
        var began = Stopwatch.GetTimestamp();
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, producers).Select(producer => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
            {
                await ledgerOf(producer).AppendAsync(Entry(body), CancellationToken.None);
                Interlocked.Increment(ref done);
            }
        })));
        return done / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static LedgerEntry Entry(byte[] body)
    {
        var transfer = NewId();
        return new()
        {
            Request = new("caller", "send", transfer.ToString(), new byte[32], [1], transfer),
            Rows = new()
            {
                Contents = [new(NewId(), transfer, 1, Standing.Sent, new byte[32], body, [])],
                Events = [new(transfer, 1, "sent", "detail"u8.ToArray())],
                Audits = [new(transfer, 1, "send", "who and why"u8.ToArray())],
                Outgoing = [new(NewId(), transfer, 1, "sandwell-social-care", 2, "transfer", "a small answer"u8.ToArray())],
            },
        };
    }

    private static double Floor(string file, double seconds)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        Run("pragma page_size = 16384");
        Run("pragma journal_mode = wal");
        Run("pragma synchronous = full");
        Run("create table body (id blob primary key, body blob not null) strict");
        Run("create table event (position integer primary key, id blob not null, detail blob not null) strict");
        Run("create table outgoing (id blob primary key, body blob not null) strict");
        var body = RandomNumberGenerator.GetBytes(Bytes);
        var small = RandomNumberGenerator.GetBytes(300);
        var began = Stopwatch.GetTimestamp();
        var done = 0;
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            using var transaction = connection.BeginTransaction();
            for (var i = 0; i < 32; i++, done++)
            {
                Insert("insert into body values ($id, $bytes)", body, transaction);
                Insert("insert into event (id, detail) values ($id, $bytes)", small, transaction);
                Insert("insert into event (id, detail) values ($id, $bytes)", small, transaction);
                Insert("insert into outgoing values ($id, $bytes)", small, transaction);
            }
            transaction.Commit();
        }
        return done / Stopwatch.GetElapsedTime(began).TotalSeconds;

        void Run(string sql)
        {
            using var command = new SqliteCommand(sql, connection);
            command.ExecuteNonQuery();
        }

        void Insert(string sql, byte[] bytes, SqliteTransaction transaction)
        {
            using var command = new SqliteCommand(sql, connection, transaction);
            command.Parameters.AddWithValue("$id", NewId().ToByteArray());
            command.Parameters.AddWithValue("$bytes", bytes);
            command.ExecuteNonQuery();
        }
    }

    internal static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
}
