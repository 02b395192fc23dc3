using System.Text;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Sending;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Exchange.Documents.Going;

/// <summary>What the rules and the views have to know of the documents of a transfer that were uploaded here.</summary>
internal sealed class DocumentsOfTransfer(ILedger ledger)
{
    /// <summary>
    /// Gives each entry the digest, length and media type of the document as it is kept here, where the entry names none, or that of the file as it was uploaded; and the
    /// words of each, for the search for protected places. An entry of which nothing was uploaded stays as it is: it may still come.
    /// </summary>
    /// <exception cref="NotATransferException">An entry of a hand-over names other bytes than were uploaded for it; holds every such fault. An alert goes, and that document not with it.</exception>
    internal async Task<IReadOnlyDictionary<string, DocumentWords>> Settle(Transfer transfer, IReadOnlyList<StoredDocument> stored, CancellationToken cancellationToken)
    {
        var (words, faults) = await Read(transfer, stored, cancellationToken);
        return faults.Count == 0 || Recipients.IsAlert(transfer) ? words : throw new NotATransferException(faults);
    }

    /// <summary>The same, whatever is at fault.</summary>
    internal async Task<(IReadOnlyDictionary<string, DocumentWords> Words, IReadOnlyList<ShapeFault> Faults)> Read(Transfer transfer, IReadOnlyList<StoredDocument> stored, CancellationToken cancellationToken)
    {
        var words = new Dictionary<string, DocumentWords>();
        var faults = new List<ShapeFault>();
        var uploaded = stored.Where(one => one.Partner.Length == 0).ToLookup(one => one.Document);
        foreach (var entry in transfer.Documents)
        {
            var ours = uploaded[entry.Item?.Id ?? ""].Select(one => (one.Upload, Facts: StoredFacts.Of(one))).Where(one => one.Facts is not null).ToList();
            if (ours.Count == 0) continue;
            var (upload, facts) = ours.FindLast(one => StoredFacts.IsNamed(entry, one.Facts!));
            if (facts is null)
            {
                faults.Add(new($"documents[{entry.Item!.Id}].sha256", "Other bytes were uploaded for this document. Put the digest here that UploadDocument answered, or upload the document that is meant."));
                continue;
            }
            (entry.Sha256, entry.Bytes, entry.MediaType) = (facts.Sha256, facts.Bytes, facts.MediaType);
            words[entry.Item!.Id] = await WordsOf(upload, facts, cancellationToken);
        }
        return (words, faults);
    }

    private async Task<DocumentWords> WordsOf(Guid upload, UploadDocumentReply facts, CancellationToken cancellationToken)
    {
        var words = await ledger.PartAsync(upload, 0, cancellationToken) is { } part && part.Body.Open() is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
        return new(words ?? "", words is not null && facts.NotSearched.Length == 0);
    }
}
