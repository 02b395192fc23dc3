using System.Data.Common;
using InfoSharing.Exchange.Ledger.Engines;
using InfoSharing.Exchange.Ledger.Engines.Sqlite;
using InfoSharing.Exchange.Ledger.Migrations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoSharing.Tests.Component.Ledger;

/// <summary>A ledger in a folder.</summary>
internal sealed class SqliteRoom : LedgerRoom
{
    /// <summary>A room that another process may have made.</summary>
    internal SqliteRoom(string folder) : base(folder, Keeper.Sqlite) => Options.Folder = Path.Combine(folder, "data");

    internal string File => Path.Combine(Options.Folder, "ledger.db");

    internal override string Where => Options.Folder;

    internal override ILedgerEngine EngineWith(IReadOnlyList<Migration> migrations) => new SqliteEngine(Options.Folder, migrations, Clock, NullLogger.Instance);

    internal override string Literal(Guid id) => Literal(id.ToByteArray(bigEndian: true));

    internal override string Literal(byte[] bytes) => $"x'{Convert.ToHexString(bytes)}'";

    internal override async Task<IReadOnlyList<string>> PlacesOf(byte[] bytes)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Options.Folder))
        {
            if (file.EndsWith(".lock", StringComparison.Ordinal)) continue;
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var all = new byte[stream.Length];
            await stream.ReadExactlyAsync(all, Stop);
            if (all.AsSpan().IndexOf(bytes) >= 0) found.Add(Path.GetFileName(file));
        }
        return found;
    }

    protected override DbConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        connection.Open();
        return connection;
    }
}
