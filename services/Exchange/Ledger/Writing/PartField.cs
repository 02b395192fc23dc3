namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>
/// The bytes of a part in the message that carries it: Message.document_part, field 18, with DocumentPart.bytes, field 4. Written after a message that has the rest of
/// the part they are the same message, so a document's bytes lie here once, however many agencies they go to.
/// </summary>
internal static class PartField
{
    private const byte BytesTag = (4 << 3) | 2;
    private const int LongestLength = 5;

    private static ReadOnlySpan<byte> Tag => [0x92, 0x01]; // (18 << 3) | 2

    /// <summary>The whole message.</summary>
    /// <param name="head">The message without the part's bytes, its sequence included.</param>
    /// <param name="part">The part's bytes.</param>
    internal static byte[] After(ReadOnlySpan<byte> head, ReadOnlySpan<byte> part)
    {
        Span<byte> inner = stackalloc byte[1 + LongestLength];
        inner[0] = BytesTag;
        var innerLength = 1 + Length(part.Length, inner[1..]);
        Span<byte> outer = stackalloc byte[2 + LongestLength];
        Tag.CopyTo(outer);
        var outerLength = 2 + Length(innerLength + part.Length, outer[2..]);
        return [.. head, .. outer[..outerLength], .. inner[..innerLength], .. part];
    }

    private static int Length(int value, Span<byte> into)
    {
        var at = 0;
        for (; value > 0x7F; value >>= 7) into[at++] = (byte)(value | 0x80);
        into[at++] = (byte)value;
        return at;
    }
}
