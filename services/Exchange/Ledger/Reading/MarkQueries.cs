using System.Data.Common;
using Dapper;

namespace InfoSharing.Exchange.Ledger.Reading;

/// <summary>The queries about what is held of one partner's messages, in the order of their ids.</summary>
internal sealed class MarkQueries(DbConnection connection)
{
    private const string Sent =
        """
        select o.id, o.sha256, case when o.done_at is null and o.receipted_at is null then 1 else 0 end as waiting, case when k.erased_at is null or o.house = 1 then 0 else 1 end as erased
        from outgoing o left join case_key k on k.case_id = o.transfer_id where o.recipient = @partner and o.id >= @first and o.id <= @last order by o.id
        """;
    private const string Received =
        """
        select i.id, i.sha256, 0 as waiting, case when k.erased_at is null and length(i.proof) > 0 and i.kind <> 'document_part' then 0 else 1 end as erased
        from incoming i left join case_key k on k.case_id = i.transfer_id where i.sender = @partner and i.id >= @first and i.id <= @last order by i.id
        """;

    internal async Task<IReadOnlyList<HeldMark>> MarksAsync(string partner, bool outgoing, Guid first, Guid last, CancellationToken cancellationToken) =>
        [.. (await connection.QueryAsync<(Guid Id, byte[] Sha256, long Waiting, long Erased)>(new CommandDefinition(outgoing ? Sent : Received, new { partner, first, last }, cancellationToken: cancellationToken)))
            .Select(row => new HeldMark(row.Id, row.Sha256, row.Waiting == 1, row.Erased == 1))];

    // From the index alone.
    internal async Task<IReadOnlyList<Guid>> NewestFromAsync(string partner, int limit, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Guid>(new CommandDefinition("select id from incoming where sender = @partner order by id desc limit @limit", new { partner, limit }, cancellationToken: cancellationToken))];

    internal async Task<bool> KnowsAsync(string partner, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select 1 where exists (select 1 from outgoing where recipient = @partner) or exists (select 1 from incoming where sender = @partner)", new { partner }, cancellationToken: cancellationToken)) is not null;
}

/// <summary>A message that is held, without a word of it.</summary>
/// <param name="Id">The message.</param>
/// <param name="Sha256">Of its exact bytes.</param>
/// <param name="Waiting">True where it is ours and no receipt for it has come.</param>
/// <param name="Erased">True where its case is erased, nothing is kept of it, or it is a part of a document: its content cannot be given back.</param>
internal sealed record HeldMark(Guid Id, byte[] Sha256, bool Waiting, bool Erased);
