using System.Buffers.Binary;
using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>
/// Reads one gzip member and refuses one that was cut short: .NET's own stream takes the end of its input for the end of the data,
/// so that half a message could pass for a whole one. What reached its end has its checksum checked by .NET.
/// </summary>
internal sealed class WholeGzipStream(Stream input) : Stream
{
    /// <summary>A header without a name, an empty block, a checksum and a length (RFC 1952, 2.3).</summary>
    private const int ShortestMember = 18;

    private readonly GZipStream gzip = new(input, CompressionMode.Decompress, leaveOpen: true);
    private uint length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="InvalidDataException">The data is no gzip, or is not whole.</exception>
    public override int Read(Span<byte> buffer)
    {
        var count = gzip.Read(buffer);
        length += (uint)count;
        if (count == 0 && !buffer.IsEmpty)
        {
            CheckEnd();
        }

        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            gzip.Dispose();
        }

        base.Dispose(disposing);
    }

    private void CheckEnd()
    {
        // No bytes at all are an empty message: the official .NET stack sends it so.
        if (!input.CanSeek || input.Length == 0)
        {
            return;
        }

        Span<byte> size = stackalloc byte[sizeof(uint)];
        if (input.Length >= ShortestMember)
        {
            input.Position = input.Length - size.Length;
            input.ReadExactly(size);
            if (BinaryPrimitives.ReadUInt32LittleEndian(size) == length)
            {
                return;
            }
        }

        throw new InvalidDataException("The gzip data ends before its own end.");
    }
}
