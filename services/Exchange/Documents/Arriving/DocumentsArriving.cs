using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Documents.Arriving;

/// <summary>
/// Puts documents together whose parts are all in: the digest of the whole is worked out, and is what the transfer names, or the sender is asked for it again. Until then
/// nobody is given a byte of it. It may be done again at any time.
/// </summary>
internal sealed class DocumentsArriving(ILedger ledger, AgencyKeys us, TimeProvider clock)
{
    private const string Role = "this agency's own check of documents";

    /// <summary>Puts together what can be.</summary>
    internal async Task SettleAsync(Guid transferId, CancellationToken cancellationToken)
    {
        var carried = (await ledger.CarriedAsync(transferId, cancellationToken)).Where(one => !one.Outgoing).ToList();
        if (carried.Count == 0) return;
        var settled = (await ledger.DocumentsAsync(transferId, cancellationToken)).Select(one => (one.Partner, one.Upload)).ToHashSet();
        var messages = await ledger.MessagesAsync(transferId, cancellationToken);
        if (TransferStates.Of(us.Agency, transferId, messages).IsLocked) return;
        foreach (var upload in carried.GroupBy(one => (one.Partner, one.Carries.Upload)).Where(one => !settled.Contains(one.Key)))
        {
            var first = upload.First();
            if (upload.Any(one => one.Carries.Document != first.Carries.Document || one.Carries.Parts != first.Carries.Parts) || upload.Count() < first.Carries.Parts) continue;
            var versions = VersionsOf(upload.Key.Partner, messages);
            var named = versions.SelectMany(one => one.Documents).Where(one => one.Item?.Id == first.Carries.Document).Select(one => one.Sha256).ToList();
            // Its transfer, or the version that names it, is still on its way.
            if (versions.Count == 0 || versions[^1].Version < first.Version) continue;
            if (await WholeOf(upload.Key.Partner, transferId, first.Carries, cancellationToken) is not { } whole) continue;
            await StoreAsync(transferId, first, whole, named.Contains(whole.Sha256), cancellationToken);
        }
    }

    private static List<Transfer> VersionsOf(string partner, IReadOnlyList<StoredMessage> messages) =>
        [.. messages.Where(one => !one.Outgoing && one.Partner == partner).Select(TransferStates.Read).OfType<Exchanged>().Select(one => TransferFold.TransferIn(one.Message)).OfType<Transfer>().OrderBy(one => one.Version)];

    private async Task<UploadDocumentReply?> WholeOf(string partner, Guid transferId, CarriedPart any, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        ulong length = 0;
        for (uint part = 1; part <= any.Parts; part++)
        {
            if (await ledger.PartFromAsync(partner, transferId, any.Upload, part, cancellationToken) is not { } stored || stored.Body.Open() is not { } bytes) return null;
            var content = Message.Parser.ParseFrom(bytes).DocumentPart.Bytes;
            hash.AppendData(content.Span);
            length += (ulong)content.Length;
        }
        return new() { Sha256 = ByteString.CopyFrom(hash.GetHashAndReset()), Bytes = length };
    }

    private Task<AppendResult> StoreAsync(Guid transferId, StoredCarried any, UploadDocumentReply whole, bool isNamed, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var part = new Message { TransferId = transferId.ToString("D"), Version = any.Version, Sender = any.Partner, Recipient = us.Agency, DocumentPart = new() { Document = any.Carries.Document, Part = any.Carries.Parts, Of = any.Carries.Parts } };
        var rows = new LedgerRows
        {
            Documents = [new(Guid.CreateVersion7(now), transferId, any.Carries.Document, any.Partner, any.Carries.Upload, whole.Sha256.ToByteArray(), any.Carries.Parts, whole.ToByteArray())],
            Events = [new(transferId, any.Version, isNamed ? EventKinds.DocumentWhole : EventKinds.DocumentOtherBytes, Events.Of(part))],
        };
        if (!isNamed)
        {
            var asked = Ask(transferId, any, now);
            rows = rows with { Outgoing = [Messages.Outgoing(asked)], Events = [.. rows.Events, new(transferId, any.Version, EventKinds.Of(asked, ours: true), Events.Of(asked))] };
        }
        return ledger.AppendAsync(new() { Rows = rows }, cancellationToken);
    }

    // As our own rules ask: it acknowledges nothing, and is no person's question.
    private Message Ask(Guid transferId, StoredCarried any, DateTimeOffset now)
    {
        var message = Messages.New(us.Agency, any.Partner, transferId, any.Version, now);
        message.Asked = new()
        {
            SawVersion = any.Version,
            At = Timestamp.FromDateTimeOffset(now),
            By = new() { Role = Role, Org = us.Agency },
            RuleQuestions =
            {
                new RuleQuestion
                {
                    RuleId = "DOCUMENT", Field = $"documents[{any.Carries.Document}].sha256",
                    Template = "This document came in other bytes than its entry in the transfer names, so nobody here was given it.",
                    Remedy = "Upload it again, and send the next version with the digest that the upload answers.",
                },
            },
        };
        return message;
    }
}
