using System.Buffers.Binary;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>The five bytes before each message (PROTOCOL-HTTP2 "Length-Prefixed-Message"): compressed flag, then the length, unsigned, big-endian.</summary>
internal static class MessagePrefix
{
    public const int Size = 5;

    public static void Write(Span<byte> prefix, int length, bool compressed = false)
    {
        prefix[0] = compressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(prefix[1..], (uint)length);
    }

    /// <summary>Reads a length, and refuses the message from the prefix alone, before any of it is buffered.</summary>
    /// <param name="prefix">Five bytes.</param>
    /// <param name="limits">What this side takes.</param>
    /// <param name="compressed">Whether the message is compressed.</param>
    /// <exception cref="RpcException">INTERNAL, RESOURCE_EXHAUSTED, or the code for an unknown encoding.</exception>
    public static int Read(ReadOnlySpan<byte> prefix, in ReceiveLimits limits, out bool compressed)
    {
        if (prefix[0] > 1)
        {
            throw Fail(StatusCode.Internal, "Unexpected compressed flag value in message header.");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        if (length > (uint)(limits.MaxMessageSize ?? int.MaxValue))
        {
            throw Fail(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size.");
        }

        compressed = prefix[0] == 1;
        if (compressed && limits.Decompression is null)
        {
            // Point of the specification "Compression": a set flag needs a named encoding; without one, or with identity, it is malformed.
            throw limits.Encoding is null or GrpcHeaders.Identity
                ? Fail(StatusCode.Internal, "Compressed flag set without a compression algorithm named in grpc-encoding.")
                : Fail(limits.UnknownEncoding, "Unsupported grpc-encoding value.");
        }

        return (int)length;
    }

    /// <summary>The stream ended inside a message.</summary>
    public static RpcException Incomplete() => Fail(StatusCode.Internal, "Incomplete message.");

    /// <summary>The stream ended before the one message that this kind of call has.</summary>
    public static RpcException Missing() => Fail(StatusCode.Internal, "Incomplete message: none arrived.");

    /// <summary>More messages than this kind of call has.</summary>
    public static RpcException Additional() => Fail(StatusCode.Internal, "Additional data after the message received.");

    private static RpcException Fail(StatusCode code, string detail) => new(new Status(code, detail));
}
