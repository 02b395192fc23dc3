using System.Buffers;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>One received message as its marshaller sees it, without a copy unless it was compressed. One instance serves a whole call.</summary>
internal sealed class MessageDecoder(ReceiveLimits limits) : DeserializationContext
{
    private ReadOnlySequence<byte> payload;

    public override int PayloadLength => (int)payload.Length;

    public override byte[] PayloadAsNewBuffer() => payload.ToArray();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => payload;

    /// <summary>Decompresses and decodes.</summary>
    public T Decode<T>(Func<DeserializationContext, T> deserializer, in ReadOnlySequence<byte> message, bool compressed)
    {
        if (!compressed)
        {
            return Decode(deserializer, message);
        }

        var plain = MessageDecompressor.Decompress(message, limits.Decompression!, limits.MaxMessageSize);
        try
        {
            return Decode(deserializer, new ReadOnlySequence<byte>(plain));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain.Array!);
        }
    }

    /// <summary>Decodes. What cannot be decoded is INTERNAL on both sides, as the protocol's status table has it; the official server says UNKNOWN, the official client UNAVAILABLE.</summary>
    private T Decode<T>(Func<DeserializationContext, T> deserializer, in ReadOnlySequence<byte> message)
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
