using System.Security.Cryptography;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Writing;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Views;

namespace InfoSharing.Exchange.Documents.Going;

/// <summary>
/// Has documents go: to each recipient who was sent a version that names one with the digest of what lies here, unless it must be kept from a copy. A message is
/// written for each part, without its bytes: those are put to it when it goes. It may be done again at any time, and by several processes: a part goes to a recipient once.
/// </summary>
internal sealed class DocumentsGoing(ILedger ledger, AgencyKeys us, DocumentsOfTransfer words, TimeProvider clock)
{
    // Of 512 KiB each while their digests are worked out, one at a time; of some 300 bytes each while they wait to be written.
    private const int PartsAnEntry = 64;

    /// <summary>Has go what may go and has not.</summary>
    internal async Task SendAsync(Guid transferId, CancellationToken cancellationToken)
    {
        if (await Due(transferId, cancellationToken) is not { } due) return;
        foreach (var one in due.Where(one => !one.IsKept && one.Sent < one.Upload.Parts)) await SendAsync(transferId, one, cancellationToken);
    }

    /// <summary>Where each document goes, to whom, and how far it is; null where nothing was sent, or nothing goes any more.</summary>
    internal async Task<IReadOnlyList<DocumentDue>?> Due(Guid transferId, CancellationToken cancellationToken)
    {
        var documents = await ledger.DocumentsAsync(transferId, cancellationToken);
        var uploads = documents.Where(one => one.Partner.Length == 0).ToList();
        if (uploads.Count == 0 || await ledger.OpenAsync(transferId, 0, Standing.Sent, cancellationToken) is not { } stored || stored.Body.Open() is not { } body) return null;
        var messages = await ledger.MessagesAsync(transferId, cancellationToken);
        var state = TransferStates.Of(us.Agency, transferId, messages);
        if (state.IsLocked || state.IsWithdrawn) return null;

        var transfer = Transfer.Parser.ParseFrom(body);
        var (read, _) = await words.Read(transfer, documents, cancellationToken);
        var carried = (await ledger.CarriedAsync(transferId, cancellationToken)).Where(one => one.Outgoing).ToLookup(one => (one.Partner, one.Carries.Upload));
        var kept = new Dictionary<string, HashSet<string>>();
        var due = new List<DocumentDue>();
        foreach (var message in messages.Where(one => one.Outgoing).Select(TransferStates.Read).OfType<Exchanged>().Select(one => one.Message).OrderBy(one => one.Version))
        {
            if (TransferFold.TransferIn(message) is not { } view || state.Copies.Any(copy => copy.Agency == message.Recipient && copy.Misdirected is not null)) continue;
            foreach (var entry in view.Documents)
            {
                var same = uploads.Where(one => one.Document == entry.Item?.Id && entry.Sha256.Span.SequenceEqual(one.Sha256)).ToList();
                if ((same.Find(one => carried[(message.Recipient, one.Upload)].Any()) ?? same.LastOrDefault()) is not { } upload) continue;
                due.RemoveAll(one => one.Recipient == message.Recipient && one.Upload.Upload == upload.Upload);
                if (!kept.TryGetValue(message.Recipient, out var hidden)) kept[message.Recipient] = hidden = KeptFrom(message.Recipient, transfer, read);
                var sent = carried[(message.Recipient, upload.Upload)].ToList();
                due.Add(new(upload, message.Recipient, message.Version, (uint)sent.Count, (uint)sent.Count(one => one.DoneAt is not null), hidden.Contains(upload.Document)));
            }
        }
        return due;
    }

    // What was uploaded after the transfer went could not be searched when the views were made; it is searched now.
    private static HashSet<string> KeptFrom(string recipient, Transfer transfer, IReadOnlyDictionary<string, DocumentWords> read)
    {
        var party = transfer.Lead?.Agency == recipient ? transfer.Lead : transfer.Copies.Select(copy => copy.Party).FirstOrDefault(party => party?.Agency == recipient) ?? new() { Agency = recipient };
        var seen = View.For(transfer, party, read).Transfer.Documents.Select(document => document.Item?.Id ?? "").ToHashSet();
        return [.. transfer.Documents.Select(document => document.Item?.Id ?? "").Where(id => !seen.Contains(id))];
    }

    private async Task SendAsync(Guid transferId, DocumentDue due, CancellationToken cancellationToken)
    {
        var rows = new List<OutgoingRow>();
        Message? first = null;
        for (var part = due.Sent + 1; part <= due.Upload.Parts; part++)
        {
            if (await ledger.PartAsync(due.Upload.Upload, part, cancellationToken) is not { } stored || stored.Body.Open() is not { } bytes) return; // erased, or taken away
            var message = Messages.New(us.Agency, due.Recipient, transferId, due.Version, clock.GetUtcNow());
            message.DocumentPart = new() { Document = due.Upload.Document, Part = part, Of = due.Upload.Parts, Upload = due.Upload.Upload.ToString("D") };
            first ??= message;
            rows.Add(Row(message, bytes, due.Upload.Upload));
            if (rows.Count < PartsAnEntry && part < due.Upload.Parts) continue;
            // Another process may have been first: then it is written, and this is a double.
            var result = await ledger.AppendAsync(new() { Rows = new() { Outgoing = [.. rows], Events = [new(transferId, due.Version, EventKinds.DocumentGoing, Events.Of(first))] } }, cancellationToken);
            if (result.Outcome != AppendOutcome.Stored) return;
            rows.Clear();
            first = null;
        }
    }

    private static OutgoingRow Row(Message message, byte[] bytes, Guid upload)
    {
        var part = message.DocumentPart;
        var row = Messages.Outgoing(message);
        byte[] head = [.. row.Body, .. SequenceField.Of(part.Part)];
        return row with { Carries = new(part.Document, upload, part.Part, part.Of), Sha256 = SHA256.HashData(PartField.After(head, bytes)) };
    }
}

/// <summary>A document on its way to a recipient.</summary>
/// <param name="Upload">The document as it lies here.</param>
/// <param name="Recipient">The agency.</param>
/// <param name="Version">The newest version that names it to that agency.</param>
/// <param name="Sent">How many parts were written for it.</param>
/// <param name="Receipted">How many of them it has, by its receipts.</param>
/// <param name="IsKept">True where it may not have it.</param>
internal sealed record DocumentDue(StoredDocument Upload, string Recipient, uint Version, uint Sent, uint Receipted, bool IsKept);
