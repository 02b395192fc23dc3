using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using InfoSharing.Exchange.Ledger.Sealing;

namespace InfoSharing.Exchange.Ledger.Reading;

/// <summary>Where a page ended: a position and eight bytes that show that we wrote it, so that a token is ours or an error, never a guess.</summary>
internal static class PageToken
{
    private const int CheckBytes = 8;

    internal static string Of(Keyring ring, long position)
    {
        Span<byte> bytes = stackalloc byte[8 + CheckBytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, position);
        ring.Token("page", position.ToString()).AsSpan(0, CheckBytes).CopyTo(bytes[8..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The position before which the next page begins.</summary>
    /// <exception cref="PageTokenException">The token is not ours.</exception>
    internal static long Position(Keyring ring, string? token)
    {
        if (string.IsNullOrEmpty(token)) return long.MaxValue;
        Span<byte> bytes = stackalloc byte[8 + CheckBytes];
        if (!Base64Url.IsValid(token, out var length) || length != bytes.Length) throw new PageTokenException();
        Base64Url.DecodeFromChars(token, bytes);
        var position = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return CryptographicOperations.FixedTimeEquals(ring.Token("page", position.ToString()).AsSpan(0, CheckBytes), bytes[8..]) ? position : throw new PageTokenException();
    }
}

/// <summary>A page token that this ledger did not give.</summary>
internal sealed class PageTokenException() : Exception("The page token is not one that this ledger gave.");

/// <summary>A cursor ahead of the ledger: it was given by another ledger, or this one was restored to an earlier time.</summary>
internal sealed class CursorAheadException() : Exception("The cursor is ahead of this ledger.");
