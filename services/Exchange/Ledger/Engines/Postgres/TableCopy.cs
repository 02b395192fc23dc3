using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using InfoSharing.Exchange.Ledger.Copies;
using Npgsql;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>
/// A copy of the tables as one file: each table's name, then what COPY … (format binary) gives of it, in pieces with their lengths. Read in one snapshot, so that it is one instant of the
/// ledger; what is leased and what was migrated is left out.
/// </summary>
internal static class TableCopy
{
    private const int PieceBytes = 1 << 20;
    private const string Tables = "select relname from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname not in ('migration', 'lease') order by relname";

    /// <summary>Writes one.</summary>
    internal static async Task<CopiedHead> WriteAsync(NpgsqlConnection connection, string to, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        CopiedHead head;
        await using (var command = new NpgsqlCommand("select position, link, (select max(number) from migration) from chain where id = 1", connection))
        await using (var row = await command.ExecuteReaderAsync(cancellationToken))
        {
            await row.ReadAsync(cancellationToken);
            head = new((ulong)row.GetInt64(0), row.GetFieldValue<byte[]>(1), (int)row.GetInt64(2));
        }
        await using var file = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        foreach (var table in await TablesAsync(connection, cancellationToken))
        {
            await WriteTextAsync(file, table, cancellationToken);
            await WriteTextAsync(file, await ColumnsAsync(connection, table, cancellationToken), cancellationToken);
            await using (var rows = await connection.BeginRawBinaryCopyAsync($"copy \"{table}\" to stdout (format binary)", cancellationToken)) await WritePiecesAsync(rows, file, progress, cancellationToken);
        }
        await WriteTextAsync(file, "", cancellationToken);
        file.Flush(flushToDisk: true);
        return head;
    }

    /// <summary>Reads one into empty tables of the same migration.</summary>
    internal static async Task ReadAsync(NpgsqlConnection connection, string from, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(from);
        while (await ReadTextAsync(file, cancellationToken) is { Length: > 0 } table)
        {
            var columns = await ReadTextAsync(file, cancellationToken);
            if (!(await TablesAsync(connection, cancellationToken)).Contains(table) || columns != await ColumnsAsync(connection, table, cancellationToken)) throw new CopyException($"The copy has a table {table} that this program's ledger has not, or has otherwise: restore it with the program that made it.");
            await using (var rows = await connection.BeginRawBinaryCopyAsync($"copy \"{table}\" ({columns}) from stdin (format binary)", cancellationToken)) await ReadPiecesAsync(file, rows, cancellationToken);
        }
        await GoOnNumberingAsync(connection, cancellationToken);
    }

    internal static async Task<List<string>> TablesAsync(NpgsqlConnection connection, CancellationToken cancellationToken) => await ListAsync(connection, Tables, null, cancellationToken);

    private static async Task<string> ColumnsAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken) => string.Join(", ", await ListAsync(
        connection, "select quote_ident(column_name) from information_schema.columns where table_schema = current_schema() and table_name = $1 order by ordinal_position", table, cancellationToken));

    // Rows came with their own numbers; the next one follows the highest.
    private static async Task GoOnNumberingAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var numbered = await ListAsync(connection,
            "select format('select setval(pg_get_serial_sequence(%L, %L), coalesce((select max(%I) from %I), 0) + 1, false)', table_name, column_name, column_name, table_name) from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'",
            null, cancellationToken);
        foreach (var sql in numbered)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<List<string>> ListAsync(NpgsqlConnection connection, string sql, string? value, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (value is not null) command.Parameters.Add(Column.Of(value));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var list = new List<string>();
        while (await rows.ReadAsync(cancellationToken)) list.Add(rows.GetString(0));
        return list;
    }

    private static async Task WritePiecesAsync(Stream rows, FileStream file, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        int read;
        while ((read = await rows.ReadAsync(piece.AsMemory(0, PieceBytes), cancellationToken)) > 0)
        {
            await WriteLengthAsync(file, read, cancellationToken);
            await file.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            progress?.Report(file.Position);
        }
        await WriteLengthAsync(file, 0, cancellationToken);
        ArrayPool<byte>.Shared.Return(piece, clearArray: true);
    }

    private static async Task ReadPiecesAsync(FileStream file, Stream rows, CancellationToken cancellationToken)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        while (await ReadLengthAsync(file, cancellationToken) is > 0 and var length)
        {
            await file.ReadExactlyAsync(piece.AsMemory(0, length), cancellationToken);
            await rows.WriteAsync(piece.AsMemory(0, length), cancellationToken);
        }
        ArrayPool<byte>.Shared.Return(piece, clearArray: true);
    }

    private static async Task WriteTextAsync(FileStream file, string text, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await WriteLengthAsync(file, bytes.Length, cancellationToken);
        await file.WriteAsync(bytes, cancellationToken);
    }

    private static async Task<string> ReadTextAsync(FileStream file, CancellationToken cancellationToken)
    {
        var bytes = new byte[await ReadLengthAsync(file, cancellationToken)];
        await file.ReadExactlyAsync(bytes, cancellationToken);
        return Encoding.UTF8.GetString(bytes);
    }

    private static async Task WriteLengthAsync(FileStream file, int length, CancellationToken cancellationToken)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        await file.WriteAsync(bytes, cancellationToken);
    }

    private static async Task<int> ReadLengthAsync(FileStream file, CancellationToken cancellationToken)
    {
        var bytes = new byte[4];
        await file.ReadExactlyAsync(bytes, cancellationToken);
        return BinaryPrimitives.ReadInt32BigEndian(bytes) is >= 0 and <= PieceBytes and var length ? length : throw new CopyException("The copy is not of its form: take another.");
    }
}
