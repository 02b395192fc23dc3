using System.Buffers.Binary;
using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>The head of a sender's chain as it is signed beside the root: its position in 8 bytes, big-endian, then the link in 32. Whoever keeps the signature can show it.</summary>
internal static class SignedHead
{
    private const int LinkBytes = 32;

    /// <summary>The octets for a parcel; null where it has no head.</summary>
    internal static byte[]? Of(Parcel parcel)
    {
        if (parcel.SenderHead.Length != LinkBytes) return null;
        var octets = new byte[8 + LinkBytes];
        BinaryPrimitives.WriteUInt64BigEndian(octets, parcel.SenderPosition);
        parcel.SenderHead.Span.CopyTo(octets.AsSpan(8));
        return octets;
    }

    /// <summary>The head in octets; null where they are none, or not of that form.</summary>
    internal static ChainHead? Read(byte[]? octets) => octets is { Length: 8 + LinkBytes } ? new(BinaryPrimitives.ReadUInt64BigEndian(octets), octets[8..]) : null;
}
