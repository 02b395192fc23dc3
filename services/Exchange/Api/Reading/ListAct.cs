using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Timing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Api.Reading;

/// <summary>Transfers without content, newest first.</summary>
internal sealed class ListAct(ILedger ledger, ReadRecords records)
{
    private const uint Usual = 50;
    private const uint Most = 200;

    /// <summary>Gives a page of them.</summary>
    internal async Task<ListReply> Run(ListRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var size = (int)Math.Min(request.PageSize == 0 ? Usual : request.PageSize, Most);
        var page = await ledger.ListAsync(size, request.PageToken.Length > 0 ? request.PageToken : null, cancellationToken);
        await records.Looked(caller, Act.Types.Kind.List);
        return new() { Transfers = { page.Transfers.Select(Entry).OfType<ListReply.Types.Entry>() }, NextPageToken = page.NextPageToken ?? "" };
    }

    // Of an erased case no more than its id is left, and a list has nothing to show of it.
    private static ListReply.Types.Entry? Entry(ListedTransfer listed)
    {
        if (listed.Summary.Open() is not { Length: > 0 } summary) return null;
        var entry = ListReply.Types.Entry.Parser.ParseFrom(summary);
        entry.TransferId = listed.TransferId.ToString("D");
        entry.Version = listed.Version;
        entry.State = Journeys.StateOf(listed.State);
        var marks = (Marks)listed.Marks;
        (entry.Disagreement, entry.Undelivered, entry.RunOut) = (marks.HasFlag(Marks.Disagreement), marks.HasFlag(Marks.Undelivered), marks.HasFlag(Marks.RunOut));
        entry.ChangedAt = Timestamp.FromDateTimeOffset(listed.ChangedAt);
        return entry;
    }
}
