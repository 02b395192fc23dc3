using System.Data.Common;
using Dapper;
using InfoSharing.Exchange.Ledger.Engines;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Exchange.Ledger.Stored;

namespace InfoSharing.Exchange.Ledger.Chain;

/// <summary>
/// Works every link out again, from the first on, with all that it covers. Stretch by stretch on connections of their own: rows under a link never change,
/// so no long reading transaction is needed, which would keep the database from tidying up.
/// </summary>
internal sealed class ChainVerifier(ILedgerEngine engine, Keyring ring)
{
    private const int Stretch = 128;

    internal async Task<ChainReport> VerifyAsync(IProgress<ulong>? progress, CancellationToken cancellationToken)
    {
        ChainHead head;
        await using (var connection = await engine.OpenForReadingAsync(cancellationToken)) head = await new FlowQueries(connection, ring).HeadAsync(cancellationToken);
        var last = Links.First(ring.Agency);
        long position = 0;
        ulong erased = 0;
        while (position < (long)head.Position)
        {
            var to = Math.Min(position + Stretch, (long)head.Position);
            List<LinkRow> links;
            Dictionary<long, List<CoveredRow>> covered;
            try
            {
                await using var connection = await engine.OpenForReadingAsync(cancellationToken);
                links = await LinksAsync(connection, position, to, cancellationToken);
                covered = await CoveredAsync(connection, position, to, cancellationToken);
            }
            catch (Exception failure) when (engine.IsDamaged(failure) || failure is System.Data.DataException or InvalidCastException or FormatException or ArgumentException) // damage on the disk is what is looked for: it is found, and not a failure
            {
                return Broken(position + 1, "unreadable");
            }
            foreach (var link in links)
            {
                position++;
                if (link.Position != position) return Broken(position, "missing");
                covered.Remove(position, out var rows);
                if (!Links.Next(last, link, rows ?? []).AsSpan().SequenceEqual(link.Link)) return Broken(position, "link");
                last = link.Link;
                if (link is { Audit: false, Kind: "erased" }) erased++;
            }
            if (position < to) return Broken(position + 1, "missing");
            if (covered.Count > 0) return Broken(covered.Keys.Min(), "link");
            progress?.Report((ulong)position);
        }
        if (!last.AsSpan().SequenceEqual(head.Link)) return Broken(position, "head");
        await using var end = await engine.OpenForReadingAsync(cancellationToken);
        return await BeyondAsync(end, cancellationToken) is { } beyond ? Broken(beyond, "beyond") : new(head, (ulong)position, null, null) { Erased = erased };

        ChainReport Broken(long at, string reason) => new(head, (ulong)Math.Max(0, at - 1), (ulong)at, reason) { Erased = erased };
    }

    private static async Task<List<LinkRow>> LinksAsync(DbConnection connection, long after, long to, CancellationToken cancellationToken)
    {
        const string Columns = "position, id, transfer_id, version, kind, at, house, sealed, salt, link";
        return (await connection.QueryAsync<LinkRow>(new CommandDefinition(
            $"""
            select 0 as audit, {Columns} from event where position > @after and position <= @to
            union all select 1, {Columns} from audit where position > @after and position <= @to
            order by 2
            """, new { after, to }, cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>The covered rows of a stretch, by position, in order of place.</summary>
    private static async Task<Dictionary<long, List<CoveredRow>>> CoveredAsync(DbConnection connection, long after, long to, CancellationToken cancellationToken)
    {
        var rows = new List<CoveredRow>();
        var range = new { from = (after + 1) << CoveredRow.PlaceBits, to = (to + 1) << CoveredRow.PlaceBits };
        await Add<TransferRow>("place, id, transfer_id, version, standing, sha256, sealed, report, request", "transfer");
        await Add<OutgoingMessageRow>("place, id, transfer_id, version, recipient, lane, sequence, kind, sha256, sealed, at", "outgoing");
        await Add<IncomingMessageRow>("place, id, transfer_id, version, sender, sequence, kind, sha256, sealed, at", "incoming");
        await Add<ReceiptRow>("place, id, given, bytes", "receipt");
        await Add<QuarantinedRow>("place, id, reason, sender, at, sealed", "quarantine");
        await Add<WholeDocumentRow>("place, id, transfer_id, document, partner, upload, sha256, parts, at, sealed", "document");
        return rows.OrderBy(row => row.Place).GroupBy(row => row.Position).ToDictionary(group => group.Key, group => group.ToList());

        async Task Add<T>(string columns, string table) where T : CoveredRow =>
            rows.AddRange(await connection.QueryAsync<T>(new CommandDefinition($"select {columns} from {table} where place >= @from and place < @to", range, cancellationToken: cancellationToken)));
    }

    /// <summary>The first row under a link that the chain, as it stands now, has not reached; a row that somebody added by hand.</summary>
    private static async Task<long?> BeyondAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        foreach (var table in new[] { "transfer", "outgoing", "incoming", "receipt", "quarantine", "document" })
        {
            var place = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
                $"select max(place) from {table} where place >= ((select position from chain where id = 1) + 1) * 1024 or place < 1024", cancellationToken: cancellationToken));
            if (place is { } found) return found >> CoveredRow.PlaceBits;
        }
        return await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            """
            select min(position) from (select position from event union all select position from audit) as link
            where position > (select position from chain where id = 1) or position < 1
            """, cancellationToken: cancellationToken));
    }
}
