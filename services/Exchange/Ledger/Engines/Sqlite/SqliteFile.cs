using Microsoft.Data.Sqlite;

namespace InfoSharing.Exchange.Ledger.Engines.Sqlite;

/// <summary>How the ledger's file is opened. What makes a commit lasting is set, read back, and not taken on trust.</summary>
internal static class SqliteFile
{
    private const int PageBytes = 16_384;
    private const long Full = 2;

    internal static SqliteConnection OpenForWriting(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, DefaultTimeout = 10 }.ToString());
        try
        {
            connection.Open();
            Ask(connection, $"pragma page_size = {PageBytes}");
            Ask(connection, "pragma journal_mode = wal");
            Ask(connection, "pragma synchronous = full");
            Ask(connection, "pragma secure_delete = on");
            Demand(connection, "journal_mode", "wal");
            Demand(connection, "synchronous", Full);
            Demand(connection, "page_size", (long)PageBytes);
            return connection;
        }
        catch // whatever it was, no half-opened file stays; the failure goes on
        {
            connection.Dispose();
            throw;
        }
    }

    internal static string ForReading(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = true, DefaultTimeout = 10 }.ToString();

    internal static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    internal static void Demand(SqliteConnection connection, string pragma, object wanted)
    {
        if (Ask(connection, $"pragma {pragma}") is var found && !Equals(found, wanted))
            throw new LedgerStartException($"The ledger cannot promise that what it acknowledges is on disk: {pragma} is {found}, not {wanted}; use a local disk, and a ledger made by this program.");
    }
}
