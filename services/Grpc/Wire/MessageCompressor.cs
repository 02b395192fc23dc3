using System.Buffers;
using System.IO.Compression;
using Grpc.Net.Compression;

namespace Grpc.Wire;

/// <summary>Compresses messages, each with a context of its own (compression.md).</summary>
internal sealed class MessageCompressor(ICompressionProvider provider, CompressionLevel? level)
{
    public string Name => provider.EncodingName;

    public void Compress(ReadOnlySpan<byte> message, IBufferWriter<byte> output)
    {
        using var compressing = provider.CreateCompressionStream(new BufferWriterStream(output), level);
        compressing.Write(message);
    }

    /// <summary>Lets a compressor write into buffers.</summary>
    private sealed class BufferWriterStream(IBufferWriter<byte> output) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => output.Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => output.Write(buffer);

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
