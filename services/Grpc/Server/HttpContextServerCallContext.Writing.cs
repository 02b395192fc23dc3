using Grpc.Core;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server;

internal sealed partial class HttpContextServerCallContext
{
    private PipeMessageWriter? writer;
    private MessageCompressor? compressor = options.Compressor;

    /// <summary>Writes a message, after the response headers, in the transport's own buffer. With flush, waits while the peer's window is shut.</summary>
    /// <exception cref="InvalidOperationException">Another write is under way, or the call has ended.</exception>
    public async Task WriteMessageAsync<T>(T message, Action<T, SerializationContext> serializer, bool flush)
    {
        gate.BeginWrite();
        try
        {
            token.ThrowIfCancellationRequested();
            if (!http.Response.HasStarted)
            {
                NameEncoding();
                await http.Response.StartAsync(token);
            }

            writer ??= new PipeMessageWriter(http.Response.BodyWriter, options.MaxSendMessageSize);
            writer.Write(message, serializer, WriteOptions?.Flags.HasFlag(WriteFlags.NoCompress) == true ? null : compressor);
            if (flush)
            {
                await http.Response.BodyWriter.FlushAsync(token);
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
            if (http.Response.HasStarted)
            {
                throw new InvalidOperationException("Response headers can only be sent once per call.");
            }

            StatusHeaders.Write(http.Response.Headers, responseHeaders);
            if (responseHeaders.GetValue(GrpcHeaders.EncodingRequest) is { } name)
            {
                compressor = options.CompressorNamed(name);
            }

            NameEncoding();
            await http.Response.BodyWriter.FlushAsync(token);
        }
        finally
        {
            gate.EndWrite();
        }
    }
}
