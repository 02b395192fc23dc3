using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Documents;
using InfoSharing.Exchange.Documents.Contents;
using InfoSharing.Exchange.Documents.Keeping;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using Content = InfoSharing.V1.UploadDocumentRequest.ContentOneofCase;

namespace InfoSharing.Exchange.Api.Documents;

/// <summary>
/// Takes a document: 1. its bytes, sealed as they come, on disk and never whole in memory; 2. the same as before gets the first answer again; 3. its kind is told, what
/// must not come is refused, what tells too much is taken out; 4. its parts are kept, each by itself, so that no other write waits for the whole; 5. the record that makes it
/// a document.
/// </summary>
internal sealed class UploadAct(ILedger ledger, ContentLock locks, DocumentClerk clerk, TimeProvider clock)
{
    private const string NotOurs = "not-ours";

    /// <summary>Takes it.</summary>
    internal async Task<UploadDocumentReply> Run(IAsyncStreamReader<UploadDocumentRequest> from, Caller caller, CancellationToken cancellationToken)
    {
        var reached = clock.GetUtcNow();
        // 1
        var start = await Start(from, cancellationToken);
        var transferId = Guid.Parse(start.TransferId);
        await locks.Demand(transferId, cancellationToken);
        await using var file = new SealedSpool();
        var digest = await Take(from, start, file, cancellationToken);
        // 2
        if (await Earlier(transferId, start.Document, digest, cancellationToken) is { } again) return again;
        // 3
        using var judged = DocumentContents.Judge(file);
        var reply = new UploadDocumentReply { MediaType = judged.MediaType, UploadedSha256 = digest, TakenOut = { judged.TakenOut }, NotSearched = judged.NotSearched };
        // 4
        var upload = Guid.CreateVersion7(clock.GetUtcNow());
        var last = await Keep(judged, upload, transferId, reply, cancellationToken);
        // 5
        var rows = new LedgerRows
        {
            Documents = [new(upload, transferId, start.Document, "", upload, reply.Sha256.ToByteArray(), DocumentForm.PartsOf((long)reply.Bytes), reply.ToByteArray())],
            Parts = [last, .. judged.Words is { } words ? new[] { new PartRow(upload, transferId, 0, Encoding.UTF8.GetBytes(words)) } : []],
            Audits = [ActRecords.Of(caller, Act.Types.Kind.Upload, reached, transferId)],
        };
        var result = await ledger.AppendAsync(new() { Rows = rows, Decide = view => IsTheirs(view, transferId) ? LedgerDecision.No(NotOurs) : LedgerDecision.Go() }, cancellationToken);
        if (result.Outcome == AppendOutcome.Refused) throw result.Reason == NotOurs ? new ActNotAllowedException(Nos.NotTheSender) : new NotHereException("transfer");
        clerk.MayGo(transferId);
        return reply;
    }

    private static bool IsTheirs(ILedgerView view, Guid transferId) => view.NewestVersion(transferId, Standing.Sent) == 0 && view.NewestVersion(transferId, Standing.Received) > 0;

    private static async Task<UploadDocumentRequest.Types.Start> Start(IAsyncStreamReader<UploadDocumentRequest> from, CancellationToken cancellationToken)
    {
        if (!await from.MoveNext(cancellationToken) || from.Current.ContentCase != Content.Start) throw new DocumentNotTakenException("start", "The first message says which document of which transfer it is; the rest are its bytes.");
        var start = from.Current.Start;
        var faults = new List<Validator.Shapes.ShapeFault>();
        if (!Guid.TryParse(start.TransferId, out _)) faults.Add(new("start.transfer_id", "Give the id of the transfer whose document it is: a UUID, also where it has not been sent yet."));
        if (start.Document.Length is 0 or > 64 || start.Document.Any(char.IsControl)) faults.Add(new("start.document", "Give the document's id in the transfer: DO1."));
        if (start.Sha256.Length is not (0 or SHA256.HashSizeInBytes)) faults.Add(new("start.sha256", "A SHA-256 has 32 bytes. Leave it blank where you do not know it."));
        if (faults.Count > 0) throw new DocumentNotTakenException(faults);
        return start.Bytes <= DocumentForm.MostBytes ? start : throw new DocumentTooLargeException();
    }

    private static async Task<ByteString> Take(IAsyncStreamReader<UploadDocumentRequest> from, UploadDocumentRequest.Types.Start start, SealedSpool file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (await from.MoveNext(cancellationToken))
        {
            if (from.Current.ContentCase != Content.Chunk) throw new DocumentNotTakenException("chunk", "After the first message come the document's bytes, and nothing else.");
            var chunk = from.Current.Chunk.Memory;
            if (file.Length + chunk.Length > DocumentForm.MostBytes) throw new DocumentTooLargeException();
            hash.AppendData(chunk.Span);
            await file.WriteAsync(chunk, cancellationToken);
        }
        var digest = ByteString.CopyFrom(hash.GetHashAndReset());
        if (file.Length == 0) throw new DocumentNotTakenException("chunk", "The document is empty. Look whether the file was saved.");
        if (start.Bytes > 0 && start.Bytes != (ulong)file.Length) throw new DocumentNotTakenException("start.bytes", "Other bytes came than was said: their number differs. Send it again.");
        if (!start.Sha256.IsEmpty && start.Sha256 != digest) throw new DocumentNotTakenException("start.sha256", "Other bytes came than was said: their digest differs. Send it again.");
        return digest;
    }

    private async Task<UploadDocumentReply?> Earlier(Guid transferId, string document, ByteString digest, CancellationToken cancellationToken)
    {
        foreach (var one in (await ledger.DocumentsAsync(transferId, cancellationToken)).Where(one => one.Partner.Length == 0 && one.Document == document))
            if (StoredFacts.Of(one) is { } facts && facts.UploadedSha256 == digest && await ledger.PartAsync(one.Upload, 1, cancellationToken) is not null) return facts;
        return null;
    }

    // The last part stays for the entry that makes it a document: a small one is then one write.
    private async Task<PartRow> Keep(JudgedDocument judged, Guid upload, Guid transferId, UploadDocumentReply reply, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(DocumentForm.PartBytes);
        try
        {
            judged.Content.Position = 0;
            for (uint part = 1; ; part++)
            {
                var read = await judged.Content.ReadAtLeastAsync(buffer.AsMemory(0, DocumentForm.PartBytes), DocumentForm.PartBytes, throwOnEndOfStream: false, cancellationToken);
                hash.AppendData(buffer, 0, read);
                reply.Bytes += (ulong)read;
                var row = new PartRow(upload, transferId, part, buffer[..read]);
                if (judged.Content.Position >= judged.Content.Length)
                {
                    reply.Sha256 = ByteString.CopyFrom(hash.GetHashAndReset());
                    return row;
                }
                await ledger.AppendAsync(new() { Rows = new() { Parts = [row] } }, cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
