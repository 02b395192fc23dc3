using System.Security.Cryptography;
using InfoSharing.Exchange.Ledger;

namespace InfoSharing.Exchange.Documents;

/// <summary>
/// A document while it is being taken: on disk and not in memory, sealed under a key that only this object has, so that what a crash leaves behind is noise. AES-256-GCM for each
/// 64 KiB, with its number; gone when it is disposed.
/// </summary>
internal sealed class SealedSpool : Stream
{
    private const int ChunkBytes = 64 << 10;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const string Down = "The folder for temporary files is full or down; nothing was stored.";

    private readonly FileStream _file;
    private readonly AesGcm _gcm;
    private readonly byte[] _chunk = new byte[ChunkBytes];
    private readonly byte[] _box = new byte[NonceBytes + TagBytes + ChunkBytes];
    private long _number = -1;
    private bool _isChanged;
    private long _length;
    private long _onDisk;

    /// <summary>Makes an empty one in the folder for temporary files.</summary>
    /// <exception cref="LedgerUnavailableException">There is no room; later writes may say so too.</exception>
    internal SealedSpool()
    {
        Span<byte> key = stackalloc byte[32];
        RandomNumberGenerator.Fill(key);
        _gcm = new(key, TagBytes);
        CryptographicOperations.ZeroMemory(key);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            _file = new(Path.Combine(Path.GetTempPath(), $"infosharing-{Path.GetRandomFileName()}"), options);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _gcm.Dispose();
            throw new LedgerUnavailableException(Down, failure);
        }
    }

    /// <summary>Fills one. Where that fails nothing of it stays, and the reason goes on.</summary>
    /// <param name="fill">Fills it, and gives what it then is part of.</param>
    internal static T Fill<T>(Func<SealedSpool, T> fill)
    {
        var spool = new SealedSpool();
        try
        {
            return fill(spool);
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => _length;

    /// <inheritdoc/>
    public override long Position { get; set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = (int)Math.Min(buffer.Length, Math.Max(0, _length - Position));
        for (var done = 0; done < read;)
        {
            Load(Position / ChunkBytes);
            var at = (int)(Position % ChunkBytes);
            var now = Math.Min(read - done, ChunkBytes - at);
            _chunk.AsSpan(at, now).CopyTo(buffer[done..]);
            done += now;
            Position += now;
        }
        return read;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int ReadByte()
    {
        if (Position >= _length) return -1;
        if (_number != Position / ChunkBytes) Load(Position / ChunkBytes);
        return _chunk[Position++ % ChunkBytes];
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Position > _length) throw new InvalidOperationException("A spool is written without gaps.");
        while (buffer.Length > 0)
        {
            Load(Position / ChunkBytes);
            var at = (int)(Position % ChunkBytes);
            var now = Math.Min(buffer.Length, ChunkBytes - at);
            buffer[..now].CopyTo(_chunk.AsSpan(at));
            buffer = buffer[now..];
            _isChanged = true;
            Position += now;
            _length = Math.Max(_length, Position);
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Read(buffer.Span));
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => Position + offset, _ => _length + offset };

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException("A spool only grows.");

    /// <inheritdoc/>
    public override void Flush()
    {
        // It is read through this object alone.
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(_chunk);
            _gcm.Dispose();
            _file.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Load(long number)
    {
        if (_number == number) return;
        Save();
        _number = number;
        if (number >= _onDisk)
        {
            _chunk.AsSpan().Clear();
            return;
        }
        RandomAccess.Read(_file.SafeFileHandle, _box, number * _box.Length);
        _gcm.Decrypt(_box.AsSpan(0, NonceBytes), _box.AsSpan(NonceBytes + TagBytes), _box.AsSpan(NonceBytes, TagBytes), _chunk, BitConverter.GetBytes(number));
    }

    private void Save()
    {
        if (!_isChanged) return;
        RandomNumberGenerator.Fill(_box.AsSpan(0, NonceBytes));
        _gcm.Encrypt(_box.AsSpan(0, NonceBytes), _chunk, _box.AsSpan(NonceBytes + TagBytes), _box.AsSpan(NonceBytes, TagBytes), BitConverter.GetBytes(_number));
        try
        {
            RandomAccess.Write(_file.SafeFileHandle, _box, _number * _box.Length);
        }
        catch (IOException failure)
        {
            throw new LedgerUnavailableException(Down, failure);
        }
        _onDisk = Math.Max(_onDisk, _number + 1);
        _isChanged = false;
    }
}
