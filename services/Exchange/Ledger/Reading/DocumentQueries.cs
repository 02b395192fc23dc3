using System.Data.Common;
using Dapper;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Exchange.Ledger.Stored;

namespace InfoSharing.Exchange.Ledger.Reading;

/// <summary>The queries about documents and their parts.</summary>
internal sealed class DocumentQueries(DbConnection connection, Keyring ring)
{
    /// <summary>The name of a message's body that is a part of a document.</summary>
    internal const string Kind = "document_part";

    internal const string OfTransfer = "select d.id, d.transfer_id, d.document, d.partner, d.upload, d.sha256, d.parts, d.at, d.sealed, k.wrapped from document d left join case_key k on k.case_id = d.transfer_id where d.transfer_id = @transferId order by d.place";
    private const string Parts = "select p.upload as id, p.transfer_id, p.part, p.sealed, k.wrapped from document_part p left join case_key k on k.case_id = p.transfer_id ";

    internal async Task<IReadOnlyList<StoredDocument>> DocumentsAsync(Guid transferId, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<ReadRow>(Ask(OfTransfer, new { transferId }, cancellationToken));
        return [.. rows.Select(new RowOpener(ring).Document)];
    }

    internal async Task<IReadOnlyList<StoredCarried>> CarriedAsync(Guid transferId, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<ReadRow>(Ask(
            """
            select c.outgoing, c.message_id as id, c.partner, o.version, c.document, c.upload, c.part, c.parts, o.at, o.done_at, o.place
            from carried_part c join outgoing o on o.id = c.message_id where c.transfer_id = @transferId and c.outgoing = 1
            union all
            select c.outgoing, c.message_id, c.partner, i.version, c.document, c.upload, c.part, c.parts, i.at, null, i.place
            from carried_part c join incoming i on i.id = c.message_id where c.transfer_id = @transferId and c.outgoing = 0
            order by 11
            """, new { transferId }, cancellationToken));
        return [.. rows.Select(row => new StoredCarried(row.Id, row.Outgoing == 1, row.Partner, (uint)row.Version, new CarriedPart(row.Document, row.Upload!.Value, (uint)row.Part, (uint)row.Parts),
            Micros.ToTime(row.At), row.DoneAt is { } done ? Micros.ToTime(done) : null))];
    }

    internal async Task<StoredPart?> PartAsync(Guid upload, uint part, CancellationToken cancellationToken)
    {
        var row = await connection.QueryFirstOrDefaultAsync<ReadRow>(Ask(Parts + "where p.upload = @upload and p.part = @part", new { upload, part = (long)part }, cancellationToken));
        return row is null ? null : new(part, Content(row, "document_part", row.Id, row.Part));
    }

    internal async Task<StoredPart?> PartFromAsync(string partner, Guid transferId, Guid upload, uint part, CancellationToken cancellationToken)
    {
        var row = await connection.QueryFirstOrDefaultAsync<ReadRow>(Ask(
            """
            select i.id, i.transfer_id, i.version, i.sealed, k.wrapped from carried_part c join incoming i on i.id = c.message_id left join case_key k on k.case_id = i.transfer_id
            where c.transfer_id = @transferId and c.outgoing = 0 and c.partner = @partner and c.upload = @upload and c.part = @part
            """, new { transferId, partner, upload, part = (long)part }, cancellationToken));
        return row is null ? null : new(part, Content(row, "incoming", row.Id, row.Version));
    }

    internal async Task<IReadOnlyList<Guid>> WithOpenDocumentsAsync(long since, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Guid>(Ask(
            """
            select distinct d.transfer_id from document d join case_key k on k.case_id = d.transfer_id where d.partner = '' and d.at >= @since and k.erased_at is null
            union
            select c.transfer_id from carried_part c join case_key k on k.case_id = c.transfer_id
            where c.outgoing = 0 and k.erased_at is null and not exists (select 1 from document d where d.transfer_id = c.transfer_id and d.partner = c.partner and d.upload = c.upload)
            group by c.transfer_id, c.partner, c.upload having count(*) = max(c.parts)
            """, new { since }, cancellationToken))];

    /// <summary>A message of ours with the bytes of the part that it carries.</summary>
    internal async Task<SealedContent> WithPartAsync(ReadRow message, SealedContent head, CancellationToken cancellationToken)
    {
        var row = await connection.QueryFirstOrDefaultAsync<ReadRow>(Ask(Parts + "join carried_part c on c.upload = p.upload and c.part = p.part where c.message_id = @id", new { id = message.Id }, cancellationToken));
        // Kept as one that cannot be opened: what is lost here must be seen, and hold up nothing else.
        return head.Carrying(row is null ? new(ring, message.TransferId, [0], message.Wrapped, []) : Content(row, "document_part", row.Id, row.Part));
    }

    private SealedContent Content(ReadRow row, string part, Guid id, long version) => new(ring, row.TransferId, row.Sealed, row.Wrapped, SealedBox.Belongs(part, ring.Agency, id, version));

    private static CommandDefinition Ask(string sql, object values, CancellationToken cancellationToken) => new(sql, values, cancellationToken: cancellationToken);
}
