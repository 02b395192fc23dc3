using System.Buffers;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>One received message as its marshaller sees it, without a copy. One instance serves a whole call.</summary>
internal sealed class MessageDecoder : DeserializationContext
{
    private ReadOnlySequence<byte> payload;

    public override int PayloadLength => (int)payload.Length;

    public override byte[] PayloadAsNewBuffer() => payload.ToArray();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => payload;

    /// <summary>Decodes. What cannot be decoded is INTERNAL on both sides, as the protocol's status table has it; the official server says UNKNOWN, the official client UNAVAILABLE.</summary>
    public T Decode<T>(Func<DeserializationContext, T> deserializer, in ReadOnlySequence<byte> message)
    {
        payload = message;
        try
        {
            return deserializer(this);
        }
        catch (Exception exception) when (exception is not RpcException) // any failure of a marshaller becomes the status
        {
            throw new RpcException(new Status(StatusCode.Internal, "The message could not be decoded.", exception));
        }
        finally
        {
            payload = default;
        }
    }
}
