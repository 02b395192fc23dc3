using System.Buffers;
using System.IO.Pipelines;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Reads messages from a request body, in the transport's own buffers, however the frames split and join them.</summary>
internal sealed class PipeMessageReader<T>(PipeReader pipe, Func<DeserializationContext, T> deserializer, ReceiveLimits limits)
    where T : class
{
    private readonly MessageDecoder decoder = new(limits);

    /// <summary>The next message; null at the end.</summary>
    /// <exception cref="RpcException">The stream is malformed or the message too large.</exception>
    public async ValueTask<T?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            if (TryRead(ref buffer, out var message))
            {
                pipe.AdvanceTo(buffer.Start);
                return message;
            }

            if (result.IsCompleted)
            {
                var rest = buffer.Length;
                pipe.AdvanceTo(buffer.Start, buffer.End);
                return rest == 0 ? null : throw MessagePrefix.Incomplete();
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <summary>The one message of a call that has one; waits for the end of the stream behind it.</summary>
    /// <exception cref="RpcException">None came, or more than one.</exception>
    public async ValueTask<T> ReadSingleAsync(CancellationToken cancellationToken)
    {
        var message = await ReadAsync(cancellationToken) ?? throw MessagePrefix.Missing();
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken);
            var more = !result.Buffer.IsEmpty;
            pipe.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (more)
            {
                throw MessagePrefix.Additional();
            }

            if (result.IsCompleted)
            {
                return message;
            }
        }
    }

    private bool TryRead(ref ReadOnlySequence<byte> buffer, out T? message)
    {
        message = null;
        if (buffer.Length < MessagePrefix.Size)
        {
            return false;
        }

        Span<byte> prefix = stackalloc byte[MessagePrefix.Size];
        buffer.Slice(0, MessagePrefix.Size).CopyTo(prefix);
        var length = MessagePrefix.Read(prefix, limits, out var compressed);
        if (buffer.Length - MessagePrefix.Size < length)
        {
            return false;
        }

        message = decoder.Decode(deserializer, buffer.Slice(MessagePrefix.Size, length), compressed);
        buffer = buffer.Slice(MessagePrefix.Size + length);
        return true;
    }
}
