using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Documents.Going;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using State = InfoSharing.V1.DocumentNow.Types.State;

namespace InfoSharing.Exchange.Api.Documents;

/// <summary>Where the documents of a transfer are, as far as this ledger knows.</summary>
internal sealed class DocumentsNow(ILedger ledger, AgencyKeys us, DocumentsGoing going)
{
    /// <summary>Each document that a version names.</summary>
    internal async Task<IReadOnlyList<DocumentNow>> Of(Guid transferId, Transfer transfer, string sender, CancellationToken cancellationToken)
    {
        if (transfer.Documents.Count == 0) return [];
        var partner = sender == us.Agency ? "" : sender;
        var whole = (await ledger.DocumentsAsync(transferId, cancellationToken)).Where(one => one.Partner == partner).ToList();
        var carried = await ledger.CarriedAsync(transferId, cancellationToken);
        var due = partner.Length == 0 ? await going.Due(transferId, cancellationToken) ?? [] : [];
        return [.. transfer.Documents.Select(entry => Of(entry, whole, carried.Where(one => !one.Outgoing && one.Partner == partner), due))];
    }

    /// <summary>The messages that carry parts, as the fold takes them.</summary>
    internal async Task<IEnumerable<Exchanged>> Parts(Guid transferId, CancellationToken cancellationToken) =>
        TransferStates.Parts(us.Agency, transferId, await ledger.CarriedAsync(transferId, cancellationToken), await Wrong(transferId, cancellationToken));

    /// <summary>The uploads that came in other bytes than the transfer names.</summary>
    internal async Task<IReadOnlySet<Guid>> Wrong(Guid transferId, CancellationToken cancellationToken)
    {
        var came = (await ledger.DocumentsAsync(transferId, cancellationToken)).Where(one => one.Partner.Length > 0).ToList();
        if (came.Count == 0) return new HashSet<Guid>();
        var named = (await ledger.MessagesAsync(transferId, cancellationToken)).Where(one => !one.Outgoing).Select(TransferStates.Read).OfType<Exchanged>()
            .Select(one => TransferFold.TransferIn(one.Message)).OfType<Transfer>().SelectMany(one => one.Documents).Select(one => (one.Item?.Id ?? "", one.Sha256)).ToHashSet();
        return came.Where(one => !named.Contains((one.Document, Google.Protobuf.ByteString.CopyFrom(one.Sha256)))).Select(one => one.Upload).ToHashSet();
    }

    private static DocumentNow Of(Document entry, List<StoredDocument> whole, IEnumerable<StoredCarried> came, IReadOnlyList<DocumentDue> due)
    {
        var id = entry.Item?.Id ?? "";
        var now = new DocumentNow { Document = id, State = State.Named };
        var here = whole.FindLast(one => one.Document == id && entry.Sha256.Span.SequenceEqual(one.Sha256));
        if (here is not null) (now.State, now.Parts, now.Of) = (State.Whole, here.Parts, here.Parts);
        else if (came.Where(one => one.Carries.Document == id).GroupBy(one => one.Carries.Upload).LastOrDefault() is { } upload)
        {
            (now.Parts, now.Of) = ((uint)upload.Count(), upload.First().Carries.Parts);
            now.State = whole.Exists(one => one.Upload == upload.Key) ? State.OtherBytes : State.Partial;
        }
        now.Going.AddRange(due.Where(one => one.Upload.Document == id && one.Upload.Upload == here?.Upload)
            .Select(one => new DocumentNow.Types.Going { Agency = one.Recipient, Receipted = one.Receipted, Kept = one.IsKept && one.Sent == 0 }));
        return now;
    }
}
