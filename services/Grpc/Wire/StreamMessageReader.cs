using System.Buffers;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Reads messages from a response stream through one pooled array that grows with what really arrives. One reader at a time, which alone may dispose it: a pooled array must not be given back under a pending read.</summary>
internal sealed class StreamMessageReader<T>(Stream stream, Func<DeserializationContext, T> deserializer, ReceiveLimits limits) : IDisposable
    where T : class
{
    private const int FirstSize = 4096;

    /// <summary>Up to here a message's buffer is made in one go on the peer's word; above, it doubles as bytes arrive.</summary>
    private const int TrustedSize = 1 << 20;

    private readonly MessageDecoder decoder = new(limits);
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int start;
    private int end;

    /// <summary>True once the stream has ended; messages may still be in the buffer.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The next message; null at the end.</summary>
    /// <exception cref="RpcException">The stream is malformed or the message too large.</exception>
    public async ValueTask<T?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!await FillAsync(MessagePrefix.Size, cancellationToken))
        {
            return start == end ? null : throw MessagePrefix.Incomplete();
        }

        var length = MessagePrefix.Read(buffer.AsSpan(start), limits, out var compressed);
        var whole = (long)MessagePrefix.Size + length;
        if (whole > Array.MaxLength)
        {
            throw new RpcException(new Status(StatusCode.ResourceExhausted, "Received message is larger than one array."));
        }

        if (!await FillAsync((int)whole, cancellationToken))
        {
            throw MessagePrefix.Incomplete();
        }

        var message = new ReadOnlySequence<byte>(buffer, start + MessagePrefix.Size, length);
        start += (int)whole;
        return decoder.Decode(deserializer, message, compressed);
    }

    /// <summary>Buffers what is left of a stream that is about to end; false when that is more than the limit in bytes.</summary>
    public async ValueTask<bool> FillToEndAsync(int limit, CancellationToken cancellationToken)
    {
        while (!IsAtEnd && end - start < limit)
        {
            await FillAsync(end - start + 1, cancellationToken);
        }

        return IsAtEnd;
    }

    public void Dispose()
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
            start = end = 0;
        }
    }

    /// <summary>Reads until so many bytes are there; false when the stream ends before.</summary>
    private async ValueTask<bool> FillAsync(int needed, CancellationToken cancellationToken)
    {
        while (end - start < needed)
        {
            MakeRoom(needed);
            var count = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
            if (count == 0)
            {
                IsAtEnd = true;
                return false;
            }

            end += count;
        }

        return true;
    }

    private void MakeRoom(int needed)
    {
        if (start == end)
        {
            start = end = 0;
        }

        if (start + needed <= buffer.Length || (end < buffer.Length && needed > TrustedSize && start == 0))
        {
            return;
        }

        var held = buffer.AsSpan(start, end - start);
        var size = needed <= TrustedSize ? needed : (int)Math.Min(needed, Math.Max(TrustedSize, held.Length * 2L));
        if (size <= buffer.Length)
        {
            held.CopyTo(buffer);
        }
        else
        {
            var larger = ArrayPool<byte>.Shared.Rent(size);
            held.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        end -= start;
        start = 0;
    }
}
