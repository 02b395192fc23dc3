using System.Data.Common;
using Dapper;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Exchange.Ledger.Stored;

namespace InfoSharing.Exchange.Ledger.Reading;

/// <summary>The queries of an operator: references, lengths and times, and nothing that must be opened but what was put aside.</summary>
internal sealed class OperatorQueries(DbConnection connection, Keyring ring)
{
    private const string Waiting =
        """
        select o.place, o.id, o.transfer_id, o.recipient as partner, o.lane, o.attempts, o.at, o.due_at, length(o.sealed) as bytes, o.receipted_at, o.done_at, case when o.house = 1 then null else k.erased_at end as erased_at
        from outgoing o left join case_key k on k.case_id = o.transfer_id
        """;

    internal async Task<IReadOnlyList<QueuedMessage>> WaitingAsync(long after, int limit, CancellationToken cancellationToken) =>
        await MessagesAsync($"{Waiting} where o.done_at is null and o.place > @after order by o.place limit @limit", new { after, limit }, cancellationToken);

    internal async Task<IReadOnlyList<WaitingQueue>> QueuesAsync(CancellationToken cancellationToken) =>
        [.. (await connection.QueryAsync<(string Recipient, long Lane, long Count, long Oldest)>(Ask("select recipient, lane, count(*), min(at) from outgoing where done_at is null group by recipient, lane order by recipient, lane", null, cancellationToken)))
            .Select(row => new WaitingQueue(row.Recipient, (int)row.Lane, row.Count, Micros.ToTime(row.Oldest)))];

    internal Task<IReadOnlyList<QueuedMessage>> OfRecipientAsync(string recipient, Guid first, Guid last, bool doneToo, int limit, CancellationToken cancellationToken) =>
        MessagesAsync($"{Waiting} where o.recipient = @recipient and o.id >= @first and o.id <= @last and (o.done_at is null or @doneToo = 1) order by o.id limit @limit",
            new { recipient, first, last, doneToo = doneToo ? 1L : 0L, limit }, cancellationToken);

    internal async Task<QueuedMessage?> OfIdAsync(Guid id, CancellationToken cancellationToken) =>
        (await MessagesAsync($"{Waiting} where o.id = @id", new { id }, cancellationToken)) is [var one] ? one : null;

    internal async Task<IReadOnlyList<PutAside>> PutAsideAsync(long before, int limit, CancellationToken cancellationToken) =>
        [.. (await connection.QueryAsync<PutAsideRow>(Ask("select place, id, reason, sender, at, length(sealed) as bytes from quarantine where place < @before order by place desc limit @limit", new { before, limit }, cancellationToken)))
            .Select(row => new PutAside(row.Place, row.Id, row.Reason, row.Sender, Micros.ToTime(row.At), row.Bytes))];

    internal async Task<(PutAside Row, SealedContent Content)?> OpenPutAsideAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await connection.QueryFirstOrDefaultAsync<PutAsideRow>(Ask("select place, id, reason, sender, at, length(sealed) as bytes, sealed from quarantine where id = @id", new { id }, cancellationToken));
        return row is null ? null : (new(row.Place, row.Id, row.Reason, row.Sender, Micros.ToTime(row.At), row.Bytes), new(ring, null, row.Sealed, null, SealedBox.Belongs("quarantine", ring.Agency, row.Id, 0)));
    }

    private async Task<IReadOnlyList<QueuedMessage>> MessagesAsync(string sql, object values, CancellationToken cancellationToken) =>
        [.. (await connection.QueryAsync<WaitingRow>(Ask(sql, values, cancellationToken))).Select(row => new QueuedMessage(row.Place, row.Id, row.TransferId, row.Partner, (int)row.Lane, (int)row.Attempts,
            Micros.ToTime(row.At), Micros.ToTime(row.DueAt), row.Bytes, row.DoneAt is not null, row.ReceiptedAt is not null, row.ErasedAt is not null))];

    private static CommandDefinition Ask(string sql, object? values, CancellationToken cancellationToken) => new(sql, values, cancellationToken: cancellationToken);

    private sealed class WaitingRow
    {
        public long Place { get; set; }
        public Guid Id { get; set; }
        public Guid TransferId { get; set; }
        public string Partner { get; set; } = "";
        public long Lane { get; set; }
        public long Attempts { get; set; }
        public long At { get; set; }
        public long DueAt { get; set; }
        public long Bytes { get; set; }
        public long? ReceiptedAt { get; set; }
        public long? DoneAt { get; set; }
        public long? ErasedAt { get; set; }
    }

    private sealed class PutAsideRow
    {
        public long Place { get; set; }
        public Guid Id { get; set; }
        public string Reason { get; set; } = "";
        public string? Sender { get; set; }
        public long At { get; set; }
        public long Bytes { get; set; }
        public byte[] Sealed { get; set; } = [];
    }
}

/// <summary>A message of ours as an operator sees it.</summary>
/// <param name="Place">Its place in the ledger.</param>
/// <param name="Id">The message.</param>
/// <param name="TransferId">The transfer.</param>
/// <param name="Recipient">Whose queue.</param>
/// <param name="Lane">Which lane.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="At">When it was stored.</param>
/// <param name="DueAt">When it is tried next.</param>
/// <param name="Bytes">How many bytes it has, sealed.</param>
/// <param name="Done">True when its receipt is stored.</param>
/// <param name="Again">True when it goes again.</param>
/// <param name="Erased">True when its case is erased.</param>
internal sealed record QueuedMessage(long Place, Guid Id, Guid TransferId, string Recipient, int Lane, int Attempts, DateTimeOffset At, DateTimeOffset DueAt, long Bytes, bool Done, bool Again, bool Erased);

/// <summary>What waits for one recipient in one lane.</summary>
internal sealed record WaitingQueue(string Recipient, int Lane, long Messages, DateTimeOffset OldestAt);

/// <summary>Something that was put aside.</summary>
/// <param name="Place">Its place in the ledger.</param>
/// <param name="Id">Its own id.</param>
/// <param name="Reason">Why, as a code.</param>
/// <param name="Sender">Who sent it, as far as anybody vouches.</param>
/// <param name="At">When it came.</param>
/// <param name="Bytes">How many bytes it has, sealed.</param>
internal sealed record PutAside(long Place, Guid Id, string Reason, string? Sender, DateTimeOffset At, long Bytes);
