using Microsoft.Data.Sqlite;

namespace InfoSharing.Tests.SystemLane.Network;

/// <summary>A ledger's file as it lies on disk after the network has stopped. What is in clear in it is enough to count.</summary>
internal sealed class StoredLedger : IDisposable
{
    private readonly SqliteConnection _connection;

    internal StoredLedger(string folder, string agency)
    {
        var file = Directory.EnumerateFiles(Path.Combine(folder, agency), "ledger.db", SearchOption.AllDirectories).Single();
        _connection = new($"Data Source={file};Mode=ReadWrite;Pooling=false");
        _connection.Open();
    }

    /// <summary>Messages that still wait for their receipt.</summary>
    internal long Undone() => Ask("select count(*) from outgoing where done_at is null", null);

    /// <summary>How often a transfer came.</summary>
    internal long Received(string transferId) => Ask("select count(*) from incoming where transfer_id = $id and kind = 'transfer'", transferId);

    /// <summary>How many versions of a transfer are kept as received.</summary>
    internal long Versions(string transferId) => Ask("select count(*) from transfer where transfer_id = $id and standing = 2", transferId);

    /// <summary>How many transfers came from an agency.</summary>
    internal long ReceivedFrom(string sender) => Ask("select count(distinct transfer_id) from incoming where sender = $text and kind = 'transfer'", null, sender);

    /// <summary>Messages of ours without a receipt that is stored.</summary>
    internal long DoneWithoutReceipt() => Ask("select count(*) from outgoing o where done_at is not null and not exists (select 1 from receipt r where r.id = o.id and r.given = 0)", null);

    public void Dispose() => _connection.Dispose();

    private long Ask(string sql, string? transferId, string? text = null)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        if (transferId is not null) command.Parameters.AddWithValue("$id", Guid.Parse(transferId).ToByteArray(bigEndian: true));
        if (text is not null) command.Parameters.AddWithValue("$text", text);
        return (long)command.ExecuteScalar()!;
    }
}
