using InfoSharing.Exchange.Ledger.Copies;
using Microsoft.Data.Sqlite;

namespace InfoSharing.Exchange.Ledger.Engines.Sqlite;

/// <summary>
/// Copies the file as it is at one instant, while it is written: "vacuum into" reads one transaction and holds up no writer. What was deleted lies in no free page of the copy.
/// </summary>
internal static class SqliteCopy
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    internal static async Task<CopiedHead> MakeAsync(string reading, string to, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var copying = Task.Run(() => Copy(reading, to), CancellationToken.None);
        while (await Task.WhenAny(copying, Task.Delay(BetweenLooks, CancellationToken.None)) != copying)
            if (File.Exists(to)) progress?.Report(new FileInfo(to).Length);
        await copying;
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new FileInfo(to).Length);
        return HeadOf(to);
    }

    private static void Copy(string reading, string to)
    {
        using var connection = new SqliteConnection(reading);
        connection.Open();
        using var command = new SqliteCommand("vacuum into $to", connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue("$to", to);
        command.ExecuteNonQuery();
    }

    private static CopiedHead HeadOf(string copy)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = new SqliteCommand("select position, link, (select max(number) from migration) from chain where id = 1", connection);
        using var row = command.ExecuteReader();
        return row.Read() ? new((ulong)row.GetInt64(0), row.GetFieldValue<byte[]>(1), (int)row.GetInt64(2)) : throw new CopyException("The ledger has no chain.");
    }
}
