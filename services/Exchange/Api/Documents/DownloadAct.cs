using Google.Protobuf;
using Grpc.Core;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Documents;
using InfoSharing.Exchange.Documents.Arriving;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using State = InfoSharing.V1.DocumentNow.Types.State;

namespace InfoSharing.Exchange.Api.Documents;

/// <summary>Gives a document's bytes from an offset, once it is whole. That somebody looks at it is recorded before the first of them goes.</summary>
internal sealed class DownloadAct(ILedger ledger, ContentLock locks, DocumentsNow documents, DocumentsArriving arriving, ReadRecords records)
{
    /// <summary>Gives them.</summary>
    internal async Task Run(DownloadDocumentRequest request, Caller caller, IServerStreamWriter<DownloadDocumentReply> to, CancellationToken cancellationToken)
    {
        var transferId = Shapes.Id(request.TransferId);
        var document = await Whole(transferId, request.Document, cancellationToken);
        var total = StoredFacts.Of(document)?.Bytes ?? throw new NotHereException("document");
        if (request.Offset > total) throw new OffsetBeyondException();
        await records.Looked(caller, Act.Types.Kind.Download, transferId);

        var first = new DownloadDocumentReply { Total = total, Sha256 = ByteString.CopyFrom(document.Sha256) };
        if (request.Offset == total) await to.WriteAsync(first, cancellationToken);
        var sent = false;
        for (var part = (uint)(request.Offset / DocumentForm.PartBytes) + 1; part <= document.Parts; part++)
        {
            var bytes = await PartOf(transferId, document, part, cancellationToken);
            for (var at = sent ? 0 : (int)(request.Offset % DocumentForm.PartBytes); at < bytes.Length; at += DocumentForm.ChunkBytes)
            {
                var reply = sent ? new DownloadDocumentReply { Total = total } : first;
                reply.Chunk = UnsafeByteOperations.UnsafeWrap(bytes.Slice(at, Math.Min(DocumentForm.ChunkBytes, bytes.Length - at)));
                await to.WriteAsync(reply, cancellationToken);
                sent = true;
            }
        }
    }

    private async Task<StoredDocument> Whole(Guid transferId, string id, CancellationToken cancellationToken)
    {
        await locks.Demand(transferId, cancellationToken);
        var stored = await ledger.OpenAsync(transferId, 0, null, cancellationToken);
        if (stored?.Standing == Standing.Received) await arriving.SettleAsync(transferId, cancellationToken); // its last part may have come just now
        var whole = (await ledger.DocumentsAsync(transferId, cancellationToken)).Where(one => one.Document == id).ToList();
        // Of a draft that was not sent yet: the newest that was uploaded.
        if (stored is null || stored.Standing == Standing.Refused) return whole.FindLast(one => one.Partner.Length == 0) ?? throw new NotHereException("document");
        if (stored.Body.Open() is not { } body) throw new NotHereException("document");

        var transfer = Transfer.Parser.ParseFrom(body);
        var entry = transfer.Documents.FirstOrDefault(one => one.Item?.Id == id) ?? throw new NotHereException("document");
        var partner = stored.Standing == Standing.Sent ? "" : transfer.From?.Agency ?? "";
        return whole.FindLast(one => one.Partner == partner && entry.Sha256.Span.SequenceEqual(one.Sha256))
            ?? throw new DocumentNotWholeException(Words((await documents.Of(transferId, transfer, transfer.From?.Agency ?? "", cancellationToken)).First(one => one.Document == id), partner));
    }

    private static string Words(DocumentNow now, string partner) => now.State switch
    {
        State.Partial => $"{now.Parts} of {now.Of} parts of this document are here. The rest is on its way: ask again.",
        State.OtherBytes => $"All parts of this document came, and together they are not what the transfer names, so nobody is given it. {partner} was asked to send it again.",
        _ when partner.Length == 0 => "The transfer names this document, and nothing of it was uploaded here. Upload it: it then goes to all who were sent this version.",
        _ => $"The transfer names this document, and none of its parts has come yet. Ask {partner} for it where it is needed now.",
    };

    private async Task<ReadOnlyMemory<byte>> PartOf(Guid transferId, StoredDocument document, uint part, CancellationToken cancellationToken)
    {
        var stored = document.Partner.Length == 0
            ? await ledger.PartAsync(document.Upload, part, cancellationToken)
            : await ledger.PartFromAsync(document.Partner, transferId, document.Upload, part, cancellationToken);
        var bytes = stored?.Body.Open() ?? throw new NotHereException("document");
        return document.Partner.Length == 0 ? bytes : Message.Parser.ParseFrom(bytes).DocumentPart.Bytes.Memory;
    }
}
