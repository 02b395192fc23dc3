using Npgsql;
using NpgsqlTypes;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>Parameters by place: a value, or a whole column of rows as an array, so that a table's rows travel as one command.</summary>
internal static class Column
{
    internal static NpgsqlParameter Of(long value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Bigint };

    internal static NpgsqlParameter Of(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text };

    internal static NpgsqlParameter Of(Guid value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Uuid };

    internal static NpgsqlParameter Of(byte[] value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Bytea };

    internal static NpgsqlParameter Ids<T>(IReadOnlyCollection<T> rows, Func<T, Guid> of) => new() { Value = Array(rows, of), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid };

    internal static NpgsqlParameter Ids<T>(IReadOnlyCollection<T> rows, Func<T, Guid?> of) => new() { Value = Array(rows, of), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid };

    internal static NpgsqlParameter Numbers<T>(IReadOnlyCollection<T> rows, Func<T, long> of) => new() { Value = Array(rows, of), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };

    internal static NpgsqlParameter Texts<T>(IReadOnlyCollection<T> rows, Func<T, string?> of) => new() { Value = Array(rows, of), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    internal static NpgsqlParameter Bytes<T>(IReadOnlyCollection<T> rows, Func<T, byte[]?> of) => new() { Value = Array(rows, of), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea };

    internal static void Add(this NpgsqlBatch batch, string sql, params ReadOnlySpan<NpgsqlParameter> columns)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var column in columns) command.Parameters.Add(column);
        batch.BatchCommands.Add(command);
    }

    private static TValue[] Array<T, TValue>(IReadOnlyCollection<T> rows, Func<T, TValue> of)
    {
        var values = new TValue[rows.Count];
        var i = 0;
        foreach (var row in rows) values[i++] = of(row);
        return values;
    }
}
