namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>
/// Bytes put behind a message as one of its fields. A protobuf message followed by one of its fields is that message with the field set, so nothing is parsed or written again
/// that is at hand already. Encoding: protobuf's "Length-Delimited Records".
/// </summary>
internal static class NestedField
{
    private const int LongestVarint = 5;

    /// <summary>The message with the field.</summary>
    /// <param name="head">The message without the field.</param>
    /// <param name="content">The bytes of the field: of a message, a string or bytes.</param>
    /// <param name="numbers">The field's number; before it the numbers of the fields in which it lies, from the outermost on.</param>
    internal static byte[] After(ReadOnlySpan<byte> head, ReadOnlySpan<byte> content, params ReadOnlySpan<int> numbers)
    {
        // From the innermost on: each length counts what stands within.
        Span<byte> fields = stackalloc byte[numbers.Length * 2 * LongestVarint];
        var from = fields.Length;
        Span<byte> one = stackalloc byte[2 * LongestVarint];
        for (var i = numbers.Length - 1; i >= 0; i--)
        {
            var length = Put((uint)(numbers[i] << 3) | 2, one);
            length += Put((uint)(fields.Length - from + content.Length), one[length..]);
            from -= length;
            one[..length].CopyTo(fields[from..]);
        }
        return [.. head, .. fields[from..], .. content];
    }

    private static int Put(uint value, Span<byte> into)
    {
        var at = 0;
        for (; value > 0x7F; value >>= 7) into[at++] = (byte)(value | 0x80);
        into[at++] = (byte)value;
        return at;
    }
}
