using System.Buffers;
using System.IO.Pipelines;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Writes messages straight into a response body when their size is known, else through a buffer. One instance serves a whole call.</summary>
internal sealed class PipeMessageWriter(PipeWriter pipe, int? maxMessageSize) : SerializationContext, IBufferWriter<byte>
{
    private ArrayBufferWriter<byte>? unsized;
    private ArrayBufferWriter<byte>? compressed;
    private MessageCompressor? compressor;
    private int length = -1;
    private int written;
    private bool prefixed;

    /// <summary>True when a marshaller failed after its prefix was written: the stream can only be reset.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Writes one message into the pipe, without a flush.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: larger than the limit.</exception>
    public void Write<T>(T message, Action<T, SerializationContext> serializer, MessageCompressor? compressor = null)
    {
        this.compressor = compressor;
        length = -1;
        written = 0;
        prefixed = false;
        unsized?.ResetWrittenCount();
        serializer(message, this);
        IsBroken = prefixed && written != length;
        if (IsBroken)
        {
            throw new InvalidOperationException("The marshaller wrote another number of bytes than it announced.");
        }
    }

    public override void SetPayloadLength(int payloadLength)
    {
        Check(payloadLength);
        length = payloadLength;
    }

    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (length < 0 || compressor is not null)
        {
            return unsized ??= new ArrayBufferWriter<byte>();
        }

        WritePrefix(length);
        prefixed = true;
        IsBroken = true; // until Write has seen all of the message
        return this;
    }

    public override void Complete()
    {
        if (!prefixed && unsized is not null)
        {
            Complete(unsized.WrittenSpan);
        }
        else if (!prefixed && length == 0)
        {
            Complete([]);
        }
    }

    public override void Complete(byte[] payload) => Complete(payload.AsSpan());

    public void Advance(int count)
    {
        written += count;
        pipe.Advance(count);
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => pipe.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => pipe.GetSpan(sizeHint);

    private void Complete(ReadOnlySpan<byte> payload)
    {
        Check(payload.Length);
        compressor = payload.IsEmpty ? null : compressor; // an empty message only grows; flag 0 is always allowed (compression.md)
        if (compressor is not null)
        {
            compressed ??= new ArrayBufferWriter<byte>();
            compressed.ResetWrittenCount();
            compressor.Compress(payload, compressed);
            payload = compressed.WrittenSpan;
        }

        WritePrefix(payload.Length);
        pipe.Write(payload);
    }

    private void WritePrefix(int size)
    {
        MessagePrefix.Write(pipe.GetSpan(MessagePrefix.Size), size, compressor is not null);
        pipe.Advance(MessagePrefix.Size);
    }

    private void Check(int size)
    {
        if (size > maxMessageSize)
        {
            throw new RpcException(new Status(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size."));
        }
    }
}
