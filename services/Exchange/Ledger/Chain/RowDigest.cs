using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace InfoSharing.Exchange.Ledger.Chain;

/// <summary>
/// SHA-256 over a row's unchanging columns. The bytes: the table's tag (1), the row's id (16, big-endian as UUIDs are written), then each column in the
/// order of its row class: an id as 16 bytes; a number or time as 8 bytes, big-endian; a text as its UTF-8 length in 4 bytes, big-endian, and its UTF-8;
/// a digest or key as its length in 4 bytes and itself; content (sealed, report, receipt) as its own SHA-256 in the same way.
/// </summary>
internal readonly struct RowDigest
{
    private readonly IncrementalHash _hash;

    internal RowDigest(byte tag, Guid id)
    {
        _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _hash.AppendData([tag]);
        Add(id);
    }

    internal RowDigest Add(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        _hash.AppendData(bytes);
        return this;
    }

    internal RowDigest Add(long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        _hash.AppendData(bytes);
        return this;
    }

    internal RowDigest Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    internal RowDigest Add(byte[] bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        _hash.AppendData(length);
        _hash.AppendData(bytes);
        return this;
    }

    internal RowDigest AddBlob(byte[] content) => Add(OfBlob(content));

    internal byte[] Done()
    {
        using (_hash) return _hash.GetHashAndReset();
    }

    internal static byte[] OfBlob(byte[] content) => SHA256.HashData(content);
}
