using System.Buffers;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>One message with its prefix in a pooled array, for writing to a stream in one piece. Reusable; give it back with Dispose.</summary>
internal sealed class MessageBuffer(int? maxMessageSize) : SerializationContext, IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 1024;

    private byte[] buffer = [];
    private int end;

    /// <summary>Prefix and message, valid until the next call.</summary>
    public ReadOnlyMemory<byte> Framed => buffer.AsMemory(0, end);

    /// <summary>Encodes one message, and compresses it where a compressor is given.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: larger than the limit.</exception>
    public void Encode<T>(T message, Action<T, SerializationContext> serializer, MessageCompressor? compressor = null)
    {
        end = MessagePrefix.Size;
        serializer(message, this);
        Reserve(0);
        var length = end - MessagePrefix.Size;
        Check(length);
        if (compressor is null || length == 0)
        {
            // An empty message only grows; flag 0 is always allowed (compression.md).
            MessagePrefix.Write(buffer, length);
        }
        else
        {
            Compress(compressor);
        }
    }

    public override void SetPayloadLength(int payloadLength)
    {
        Check(payloadLength);
        Reserve(payloadLength);
    }

    public override IBufferWriter<byte> GetBufferWriter() => this;

    public override void Complete()
    {
    }

    public override void Complete(byte[] payload)
    {
        Reserve(payload.Length);
        payload.CopyTo(buffer.AsSpan(end));
        end += payload.Length;
    }

    public void Advance(int count) => end += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return buffer.AsMemory(end);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        Release();
        buffer = [];
        end = 0;
    }

    private void Compress(MessageCompressor compressor)
    {
        var (plain, plainEnd) = (buffer, end);
        buffer = [];
        end = MessagePrefix.Size;
        Reserve(0);
        try
        {
            compressor.Compress(plain.AsSpan(MessagePrefix.Size, plainEnd - MessagePrefix.Size), this);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
        }

        MessagePrefix.Write(buffer, end - MessagePrefix.Size, compressed: true);
    }

    private void Reserve(int size)
    {
        var needed = end + size;
        if (needed <= buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(FirstSize, (int)Math.Min(buffer.Length * 2L, Array.MaxLength))));
        buffer.AsSpan(0, Math.Min(end, buffer.Length)).CopyTo(larger);
        Release();
        buffer = larger;
    }

    private void Release()
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Check(int size)
    {
        if (size > maxMessageSize)
        {
            throw new RpcException(new Status(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size."));
        }
    }
}
