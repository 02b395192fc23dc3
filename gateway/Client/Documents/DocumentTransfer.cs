using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using InfoSharing.V1;

namespace InfoSharing.Client.Documents;

/// <summary>Documents, up and down: in small messages, never whole in memory; a lost connection is gone on from, and the digest of the whole is looked at.</summary>
internal sealed class DocumentTransfer(CaseExchange.CaseExchangeClient cases, AgencyClientOptions options)
{
    private const int ChunkBytes = 64 << 10;
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    /// <summary>Uploads a file from its beginning. Where nobody answers it begins again: the same bytes get the same answer.</summary>
    internal async Task<UploadDocumentReply> UploadAsync(string transferId, string document, Stream file, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var start = new UploadDocumentRequest.Types.Start { TransferId = transferId, Document = document };
        if (file.CanSeek)
        {
            start.Bytes = (ulong)file.Length;
            file.Position = 0;
            start.Sha256 = ByteString.CopyFrom(await SHA256.HashDataAsync(file, cancellationToken));
        }
        for (var attempt = 1; ; attempt++)
        {
            if (file.CanSeek) file.Position = 0;
            try
            {
                return await UploadOnceAsync(start, file, progress, cancellationToken);
            }
            catch (RpcException failure) when (failure.StatusCode == StatusCode.Unavailable && file.CanSeek && attempt < options.Attempts)
            {
                await WaitAsync("UploadDocument", attempt, failure, cancellationToken);
            }
        }
    }

    /// <summary>Downloads a document, and goes on from the bytes that it has where the connection is lost.</summary>
    /// <returns>Its length.</returns>
    /// <exception cref="InvalidDataException">What came is not what its digest says: keep nothing of it.</exception>
    internal async Task<long> DownloadAsync(string transferId, string document, Stream into, IProgress<(long Done, long Total)>? progress, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (done, total, digest) = (0L, -1L, ByteString.Empty);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var call = cases.DownloadDocument(new() { TransferId = transferId, Document = document, Offset = (ulong)done }, deadline: options.Clock.GetUtcNow().UtcDateTime + Deadline, cancellationToken: cancellationToken);
                while (await call.ResponseStream.MoveNext(cancellationToken))
                {
                    var reply = call.ResponseStream.Current;
                    if (!reply.Sha256.IsEmpty)
                    {
                        if (!digest.IsEmpty && digest != reply.Sha256) throw new InvalidDataException("The document was changed while it was being downloaded. Download it again.");
                        (digest, total) = (reply.Sha256, (long)reply.Total);
                    }
                    hash.AppendData(reply.Chunk.Span);
                    await into.WriteAsync(reply.Chunk.Memory, cancellationToken);
                    done += reply.Chunk.Length;
                    progress?.Report((done, total));
                }
                break;
            }
            catch (RpcException failure) when (failure.StatusCode == StatusCode.Unavailable && attempt < options.Attempts)
            {
                await WaitAsync("DownloadDocument", attempt, failure, cancellationToken);
            }
        }
        if (done != total || !hash.GetHashAndReset().AsSpan().SequenceEqual(digest.Span)) throw new InvalidDataException("What came is not what the document's digest says. Download it again.");
        return done;
    }

    private async Task<UploadDocumentReply> UploadOnceAsync(UploadDocumentRequest.Types.Start start, Stream file, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var call = cases.UploadDocument(deadline: options.Clock.GetUtcNow().UtcDateTime + Deadline, cancellationToken: cancellationToken);
        try
        {
            await call.RequestStream.WriteAsync(new() { Start = start }, cancellationToken);
            var buffer = new byte[ChunkBytes];
            long sent = 0;
            for (int read; (read = await file.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(buffer, 0, read) }, cancellationToken);
                progress?.Report(sent += read);
            }
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception failure) when (failure is RpcException or InvalidOperationException)
        {
            // It was refused before its end: the answer says why.
        }
        try
        {
            return await call.ResponseAsync;
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.InvalidArgument)
        {
            throw new BadRequestException(failure);
        }
    }

    private Task WaitAsync(string method, int attempt, RpcException failure, CancellationToken cancellationToken)
    {
        var delay = options.DelayBefore(attempt + 1);
        options.OnFurtherAttempt?.Invoke(new(method, attempt + 1, delay, failure.StatusCode));
        return Task.Delay(delay, options.Clock, cancellationToken);
    }
}
