using Microsoft.Data.Sqlite;

namespace InfoSharing.Exchange.Ledger.Engines.Sqlite;

/// <summary>A statement that is prepared once and run many times, its parameters by place: what every commit does is not worth parsing again.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    internal Statement(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 1; i <= parameters; i++) _command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
    }

    internal int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>The first row; null when there is none. Dispose the reader before the statement is used again.</summary>
    internal SqliteDataReader? First(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        var reader = _command.ExecuteReader();
        if (reader.Read()) return reader;
        reader.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                Guid id => id.ToByteArray(bigEndian: true),
                var other => other,
            };
    }
}
