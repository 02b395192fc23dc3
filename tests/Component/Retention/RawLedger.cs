using System.Data.Common;
using System.Security.Cryptography;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Tests.Component.Exchange;
using Microsoft.Data.Sqlite;

namespace InfoSharing.Tests.Component.Retention;

/// <summary>A ledger in the hands of somebody who has all of its tables and the storage key, and wants to read a case.</summary>
internal sealed class RawLedger(TwoAgencies.Side side)
{
    /// <summary>True where any key that can be got at opens anything that was sealed for the case.</summary>
    internal bool CanRead(Guid caseId)
    {
        using var connection = Connect();
        var storage = File.ReadAllBytes(side.KeyFile);
        var keys = new List<byte[]> { storage };
        // Everything in the two tables that hold keys, tried as a wrapped key of every name and of every case.
        var wrapped = Blobs(connection, "select value from setting").Concat(Blobs(connection, "select wrapped from case_key")).Where(box => box.Length > 0).ToList();
        var names = new[] { "known_value", "index_key", "house_key" }.Select(name => SealedBox.Belongs(name, side.Keys.Agency, Guid.Empty, 0))
            .Concat(Ids(connection, "select case_id from case_key").Append(caseId).Select(id => SealedBox.Belongs("case_key", side.Keys.Agency, id, 0))).ToList();
        foreach (var box in wrapped)
            foreach (var name in names)
                if (Opened(storage, box, name) is { } key) keys.Add(key);
        var sealedOnes = Rows(connection, "select id, version, sealed, 'transfer' from transfer where transfer_id = @id union all select id, version, report, 'report' from transfer where transfer_id = @id union all select id, version, sealed, 'incoming' from incoming where transfer_id = @id", caseId);
        sealedOnes.ShouldNotBeEmpty();
        return keys.Any(key => sealedOnes.Any(one => Opened(key, one.Box, SealedBox.Belongs(one.Part, side.Keys.Agency, one.Id, one.Version)) is not null));
    }

    private static byte[]? Opened(byte[] key, byte[] box, byte[] belongs)
    {
        try
        {
            return box.Length == 0 || key.Length != SealedBox.KeyBytes ? null : SealedBox.Open(key, box, belongs);
        }
        catch (CryptographicException)
        {
            return null; // not this key, or not in this place
        }
    }

    private static List<byte[]> Blobs(DbConnection connection, string sql) => [.. Read(connection, sql, null, row => row.GetFieldValue<byte[]>(0))];

    private static List<Guid> Ids(DbConnection connection, string sql) => [.. Read(connection, sql, null, row => Id(row, 0))];

    private static List<(Guid Id, long Version, byte[] Box, string Part)> Rows(DbConnection connection, string sql, Guid caseId) =>
        [.. Read(connection, sql, caseId, row => (Id(row, 0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.GetString(3)))];

    private static Guid Id(DbDataReader row, int column) => row.GetValue(column) is byte[] bytes ? new Guid(bytes, bigEndian: true) : row.GetGuid(column);

    private static List<T> Read<T>(DbConnection connection, string sql, Guid? caseId, Func<DbDataReader, T> of)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (caseId is { } id)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@id", connection is SqliteConnection ? id.ToByteArray(bigEndian: true) : id);
            command.Parameters.Add(parameter);
        }
        using var row = command.ExecuteReader();
        var read = new List<T>();
        while (row.Read()) read.Add(of(row));
        return read;
    }

    private DbConnection Connect()
    {
        if (side.Database is { } database) return database.Open();
        var connection = new SqliteConnection($"Data Source={side.LedgerFile};Pooling=false");
        connection.Open();
        return connection;
    }
}
