using System.Net;

namespace Grpc.Net.Client;

/// <summary>A request that lends its stream to a writer until the writer completes or the call ends.</summary>
internal sealed class StreamingContent : HttpContent, IRequestMessages
{
    private readonly TaskCompletionSource<Stream> stream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool CanReplay => false;

    public HttpContent NewContent() => this;

    /// <summary>Waits for the connection first; cancelled when the call ends before.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> framed, bool flush, CancellationToken cancellationToken)
    {
        var connected = await stream.Task;
        await connected.WriteAsync(framed, cancellationToken);
        if (flush)
        {
            await connected.FlushAsync(cancellationToken);
        }
    }

    public void Commit()
    {
    }

    public void Complete() => completed.TrySetResult();

    public void Abandon()
    {
        stream.TrySetCanceled();
        completed.TrySetCanceled();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The headers go now: the server may answer before the first message.
        await stream.FlushAsync(cancellationToken);
        if (!this.stream.TrySetResult(stream))
        {
            throw new IOException("A stream of requests cannot be sent again on another connection.");
        }

        await completed.Task.WaitAsync(cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
