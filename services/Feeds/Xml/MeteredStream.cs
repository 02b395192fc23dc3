namespace InfoSharing.Feeds.Xml;

/// <summary>A stream that counts what was read, and stops a parser that swallows too much at once.</summary>
internal sealed class MeteredStream(Stream inner) : Stream
{
    private long _mark;

    /// <summary>Bytes read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The parser has given something back: what it may swallow starts anew.</summary>
    public void Mark() => _mark = BytesRead;

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

    private int Counted(int read)
    {
        BytesRead += read;
        return BytesRead - _mark <= XmlLimits.BytesOfNode
            ? read
            : throw new UnreadableException($"a single tag, comment, attribute or gap is over {XmlLimits.BytesOfNode / (1024 * 1024)} MiB");
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => BytesRead;
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
