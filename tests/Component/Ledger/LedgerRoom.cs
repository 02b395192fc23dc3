using System.Data.Common;
using System.Security.Cryptography;
using Google.Protobuf;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Engines;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Migrations;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.V1;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoSharing.Tests.Component.Ledger;

/// <summary>What keeps a ledger.</summary>
public enum Keeper
{
    Sqlite,
    Postgres,
}

/// <summary>A real ledger on one of the engines, and the entries that the tests put into it.</summary>
internal abstract class LedgerRoom : IDisposable
{
    internal const string Leeds = "leeds-social-care";
    internal const string Sandwell = "sandwell-social-care";
    private readonly Lock _opening = new();
    private AgencyLedger? _ledger;

    protected LedgerRoom(string folder, Keeper keeper)
    {
        (Folder, Keeper) = (folder, keeper);
        KeyFile = Path.Combine(folder, "storage.key");
        Options = new() { Agency = Leeds, StorageKeyFile = KeyFile, Engine = keeper == Keeper.Sqlite ? LedgerOptions.Sqlite : LedgerOptions.Postgres };
    }

    /// <summary>A new room on an engine. The test is skipped, saying so, where the engine is not to be had.</summary>
    internal static LedgerRoom On(Keeper keeper)
    {
        var database = keeper == Keeper.Sqlite ? null : TestPostgres.NewDatabase(); // skips before anything is made
        var folder = Directory.CreateTempSubdirectory("infosharing-ledger-").FullName;
        LedgerRoom room = database is null ? new SqliteRoom(folder) : new PostgresRoom(folder, database);
        StorageKey.Make(room.KeyFile);
        return room;
    }

    internal string Folder { get; }
    internal Keeper Keeper { get; }
    internal string KeyFile { get; }
    internal TestClock Clock { get; } = new();
    internal ILedgerEngine Engine { get; private set; } = null!;
    internal AgencyLedger Ledger
    {
        get
        {
            lock (_opening) return _ledger ??= Open();
        }
    }

    internal LedgerOptions Options { get; }

    /// <summary>Where the ledger is, as its errors say it.</summary>
    internal abstract string Where { get; }

    internal static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal AgencyLedger Open(LedgerOptions? options = null)
    {
        Engine = EngineWith(Migrations);
        return new AgencyLedger(options ?? Options, Engine, Clock, NullLogger<AgencyLedger>.Instance);
    }

    internal IReadOnlyList<Migration> Migrations => Migration.Of(Keeper.ToString());

    internal abstract ILedgerEngine EngineWith(IReadOnlyList<Migration> migrations);

    internal void Close()
    {
        _ledger?.Dispose();
        _ledger = null;
    }

    /// <summary>Does to the ledger what only somebody with the disk in hand could do.</summary>
    internal int Tamper(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    internal T Ask<T>(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType(command.ExecuteScalar()!, typeof(T));
    }

    /// <summary>An id as the engine's SQL writes it.</summary>
    internal abstract string Literal(Guid id);

    /// <summary>Bytes as the engine's SQL writes them.</summary>
    internal abstract string Literal(byte[] bytes);

    /// <summary>Where the bytes stand in what the engine keeps.</summary>
    internal abstract Task<IReadOnlyList<string>> PlacesOf(byte[] bytes);

    protected abstract DbConnection Connect();

    /// <summary>The answer of a send of the tests' caller.</summary>
    internal async Task<StoredAnswer?> Answer(string requestId) => (await Ledger.BeforeSendAsync(Guid.Empty, [("a-caller", "send", requestId)], [], 1, Stop)).Answers.Single();

    internal Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    internal Task<AppendResult> Append(LedgerEntry entry) => Ledger.AppendAsync(entry, Stop);

    internal LedgerEntry Send(Guid transfer, string words = "why we decided", uint version = 1, string? requestId = null, string recipient = Sandwell)
    {
        var body = new Transfer { Id = transfer.ToString(), Version = version, Alert = new() { Worry = new() { Text_ = words } } };
        var bytes = body.ToByteArray();
        var id = NewId();
        return new LedgerEntry
        {
            Request = new("a-caller", "send", requestId ?? $"{transfer}/{version}", SHA256.HashData(bytes), Bytes($"answer to {words}"), transfer),
            Rows = new()
            {
                Contents = [new(NewId(), transfer, version, Standing.Sent, SHA256.HashData(bytes), bytes, Bytes("report"))],
                Events = [new(transfer, version, "sent", Bytes("detail"))],
                Audits = [new(transfer, version, "send", Bytes("who and why"))],
                Outgoing = [new(id, transfer, version, recipient, 2, "transfer", new Message { Id = id.ToString(), TransferId = transfer.ToString(), Version = version, Sender = Leeds, Recipient = recipient, Transfer = body }.ToByteArray())],
                Journey = new(transfer, version, "SENT", Bytes("summary")),
                FindableBy = [new(transfer, "nhs", "943 476 5919")],
            },
        };
    }

    internal LedgerEntry Receive(Guid transfer, ulong sequence, string words = "a message", Guid? id = null, string sender = Sandwell)
    {
        var message = id ?? NewId();
        var bytes = Bytes(words);
        return new LedgerEntry
        {
            Rows = new()
            {
                Incoming = new(message, transfer, 1, sender, sequence, "asked", bytes, SHA256.HashData(bytes), Bytes($"receipt for {words}"), Bytes($"proof of {words}")),
                Events = [new(transfer, 1, "received", [])],
            },
        };
    }

    internal static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    internal static string Text(byte[]? bytes) => System.Text.Encoding.UTF8.GetString(bytes.ShouldNotBeNull());

    public virtual void Dispose()
    {
        Close();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A clock that a test sets.</summary>
internal sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 2, 17, 55, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    internal void Pass(TimeSpan time) => _now += time;
}
