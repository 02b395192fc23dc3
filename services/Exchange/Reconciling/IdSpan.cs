using System.Buffers.Binary;
using Google.Protobuf;

namespace InfoSharing.Exchange.Reconciling;

/// <summary>Ids between two, both included, in the order in which they are written: of UUIDv7 that is the order of their times.</summary>
internal readonly record struct IdSpan(Guid First, Guid Last)
{
    /// <summary>All ids.</summary>
    internal static IdSpan All { get; } = new(Guid.Empty, Guid.AllBitsSet);

    /// <summary>The ids that were made between two instants, both included.</summary>
    internal static IdSpan Between(DateTimeOffset first, DateTimeOffset last) => new(At(first, 0), At(last, ulong.MaxValue));

    /// <summary>A span as the contract writes it; null where it is none.</summary>
    internal static IdSpan? Of(ByteString first, ByteString last) => first.Length == 16 && last.Length == 16 && IdOf(first) is var from && IdOf(last) is var to && from.CompareTo(to) <= 0 ? new(from, to) : null;

    /// <summary>The span cut before each of some ids, which rise and lie within it, none of them its first.</summary>
    internal IEnumerable<IdSpan> CutBefore(IEnumerable<Guid> ids)
    {
        var first = First;
        foreach (var id in ids)
        {
            yield return new(first, Before(id));
            first = id;
        }
        yield return new(first, Last);
    }

    internal bool Holds(Guid id) => First.CompareTo(id) <= 0 && id.CompareTo(Last) <= 0;

    internal static Guid IdOf(ByteString id) => new(id.Span, bigEndian: true);

    internal static ByteString Written(Guid id) => ByteString.CopyFrom(id.ToByteArray(bigEndian: true));

    private static Guid Before(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt128BigEndian(bytes, BinaryPrimitives.ReadUInt128BigEndian(bytes) - 1);
        return new(bytes, bigEndian: true);
    }

    private static Guid At(DateTimeOffset instant, ulong rest)
    {
        Span<byte> bytes = stackalloc byte[16];
        var milliseconds = (ulong)Math.Clamp(instant.ToUnixTimeMilliseconds(), 0, (1L << 48) - 1);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (milliseconds << 16) | (rest & 0xFFFF));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], rest);
        return new(bytes, bigEndian: true);
    }
}
