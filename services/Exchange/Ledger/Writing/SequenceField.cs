namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>
/// The field of a message that only the writer can fill: Message.sequence, field 4, a varint. A protobuf message followed by one of its fields is that
/// message with the field set, so the sequence is appended and nothing is parsed.
/// </summary>
internal static class SequenceField
{
    private const byte Tag = 4 << 3;

    internal static byte[] Of(ulong sequence)
    {
        Span<byte> bytes = stackalloc byte[11];
        bytes[0] = Tag;
        var length = 1;
        while (sequence > 0x7F)
        {
            bytes[length++] = (byte)(sequence | 0x80);
            sequence >>= 7;
        }
        bytes[length++] = (byte)sequence;
        return bytes[..length].ToArray();
    }
}
