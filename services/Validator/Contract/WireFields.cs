using Google.Protobuf.Reflection;

namespace InfoSharing.Validator.Contract;

/// <summary>
/// Whether binary protobuf holds nothing but fields of this version of the contract, in the wire types in which our own serialiser writes them. It goes over tags and lengths
/// alone, and makes no message. Encoding: protobuf's "Message Structure".
/// </summary>
internal static class WireFields
{
    private const int Varint = 0, Eight = 1, Lengthy = 2, Four = 5;

    /// <summary>True where every field is known; false where one is not, or where that cannot be told so quickly.</summary>
    internal static bool AreAllKnown(ReadOnlySpan<byte> bytes, Shape shape)
    {
        while (!bytes.IsEmpty)
        {
            if (!TryTake(ref bytes, out var tag) || shape.Numbered((int)(tag >> 3)) is not { } member || (int)(tag & 7) is var type && type != TypeOf(member.Field)) return false;
            switch (type)
            {
                case Varint when TryTake(ref bytes, out _): break;
                case Eight when bytes.Length >= 8: bytes = bytes[8..]; break;
                case Four when bytes.Length >= 4: bytes = bytes[4..]; break;
                case Lengthy when TryTake(ref bytes, out var length) && length <= (ulong)bytes.Length:
                    if (member.IsMessage && !AreAllKnown(bytes[..(int)length], member.Shape!)) return false;
                    bytes = bytes[(int)length..];
                    break;
                default: return false;
            }
        }
        return true;
    }

    private static int TypeOf(FieldDescriptor field) => field switch
    {
        { IsMap: true } => -1, // its entries are messages of their own; the contract has none
        { IsRepeated: true } => Lengthy, // numbers are packed
        _ => field.FieldType switch
        {
            FieldType.Message or FieldType.String or FieldType.Bytes => Lengthy,
            FieldType.Double or FieldType.Fixed64 or FieldType.SFixed64 => Eight,
            FieldType.Float or FieldType.Fixed32 or FieldType.SFixed32 => Four,
            FieldType.Group => -1,
            _ => Varint,
        },
    };

    private static bool TryTake(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (var i = 0; i < bytes.Length && i < 10; i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] > 0x7F) continue;
            bytes = bytes[(i + 1)..];
            return true;
        }
        return false;
    }
}
