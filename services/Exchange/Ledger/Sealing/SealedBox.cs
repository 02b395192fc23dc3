using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace InfoSharing.Exchange.Ledger.Sealing;

/// <summary>
/// AES-256-GCM with a random nonce: format (1, now 1) ‖ nonce (12) ‖ tag (16) ‖ ciphertext. The associated data says what the box is and where it belongs, so that
/// none can be put in another's place: "IS1" ‖ part ‖ 0 ‖ agency ‖ 0 ‖ row id (16) ‖ version (8). Empty content stays empty: there is nothing in it to seal.
/// </summary>
internal static class SealedBox
{
    internal const int KeyBytes = 32;
    private const byte Format = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    internal const int Overhead = 1 + NonceBytes + TagBytes;

    internal static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, byte[] belongs)
    {
        if (content.IsEmpty) return [];
        var box = new byte[Overhead + content.Length];
        box[0] = Format;
        var nonce = box.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var gcm = new AesGcm(key, TagBytes);
        gcm.Encrypt(nonce, content, box.AsSpan(Overhead), box.AsSpan(1 + NonceBytes, TagBytes), belongs);
        return box;
    }

    /// <summary>Opens a box.</summary>
    /// <exception cref="CryptographicException">It was sealed under another key, belongs elsewhere, or was changed.</exception>
    internal static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, byte[] belongs)
    {
        if (box.IsEmpty) return [];
        if (box.Length < Overhead || box[0] != Format) throw new CryptographicException("The sealed content is not in a form that this program knows.");
        var content = new byte[box.Length - Overhead];
        using var gcm = new AesGcm(key, TagBytes);
        gcm.Decrypt(box.Slice(1, NonceBytes), box[Overhead..], box.Slice(1 + NonceBytes, TagBytes), content, belongs);
        return content;
    }

    internal static byte[] Belongs(string part, string agency, Guid row, long version)
    {
        var texts = Encoding.UTF8.GetByteCount(part) + Encoding.UTF8.GetByteCount(agency);
        var bytes = new byte[3 + texts + 2 + 16 + 8];
        "IS1"u8.CopyTo(bytes);
        var at = 3 + Encoding.UTF8.GetBytes(part, bytes.AsSpan(3)) + 1;
        at += Encoding.UTF8.GetBytes(agency, bytes.AsSpan(at)) + 1;
        row.TryWriteBytes(bytes.AsSpan(at), bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(at + 16), version);
        return bytes;
    }
}
