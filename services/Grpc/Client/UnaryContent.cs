using System.Net;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>A request of one message, encoded when the connection is ready for it.</summary>
internal sealed class UnaryContent<TRequest, TResponse>(GrpcCall<TRequest, TResponse> call, TRequest message) : HttpContent
    where TRequest : class
    where TResponse : class
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var buffer = new MessageBuffer(call.MaxSendMessageSize);
        try
        {
            buffer.Encode(message, call.Method.RequestMarshaller.ContextualSerializer, call.CompressorUnder(call.WriteOptions));
        }
        catch (Exception exception) // rethrown; of itself the HTTP client would only say that the request was cancelled
        {
            call.Abort(TransportFailure.ToStatus(exception));
            throw;
        }

        await stream.WriteAsync(buffer.Framed, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
