using Grpc.Core;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server;

internal sealed partial class HttpContextServerCallContext
{
    private PipeMessageWriter? writer;
    private MessageCompressor? compressor = options.Compressor;

    /// <summary>Whether the response's headers are settled: they are sent, or a message waits behind them.</summary>
    private bool HasBegun => writer is not null || http.Response.HasStarted;

    /// <summary>Writes a message, after the response headers, in the transport's own buffer. With flush, waits while the peer's window is shut.</summary>
    /// <exception cref="InvalidOperationException">Another write is under way, or the call has ended.</exception>
    public async Task WriteMessageAsync<T>(T message, Action<T, SerializationContext> serializer, bool flush)
    {
        gate.BeginWrite();
        try
        {
            (flush || token is not null ? CancellationTokenCore : CancellationToken.None).ThrowIfCancellationRequested();
            if (writer is null)
            {
                // The headers leave with the first flush, or with the end: not started here, a short response leaves in one piece.
                if (!http.Response.HasStarted)
                {
                    NameEncoding();
                }

                writer = new PipeMessageWriter(http.Response.BodyWriter, options.MaxSendMessageSize);
            }

            writer.Write(message, serializer, WriteOptions?.Flags.HasFlag(WriteFlags.NoCompress) == true ? null : compressor);
            if (flush)
            {
                await http.Response.BodyWriter.FlushAsync(CancellationTokenCore);
            }
        }
        finally
        {
            gate.EndWrite();
        }
    }

    /// <summary>Names the encoding of the messages to come in <c>grpc-encoding</c>; none where the caller does not take it (compression.md).</summary>
    private void NameEncoding()
    {
        if (compressor is null)
        {
            return;
        }

        if (Encodings.Accepts(http.Request.Headers[GrpcHeaders.AcceptEncoding], compressor.Name))
        {
            http.Response.Headers[GrpcHeaders.Encoding] = compressor.Name;
        }
        else
        {
            compressor = null;
        }
    }

    protected override async Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        gate.BeginWrite();
        try
        {
            if (HasBegun)
            {
                throw new InvalidOperationException("Response headers can only be sent once per call.");
            }

            StatusHeaders.Write(http.Response.Headers, responseHeaders);
            if (responseHeaders.GetValue(GrpcHeaders.EncodingRequest) is { } name)
            {
                compressor = options.CompressorNamed(name);
            }

            NameEncoding();
            await http.Response.BodyWriter.FlushAsync(CancellationTokenCore);
        }
        finally
        {
            gate.EndWrite();
        }
    }
}
