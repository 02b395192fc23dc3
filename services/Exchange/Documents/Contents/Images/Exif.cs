using System.Buffers.Binary;

namespace InfoSharing.Exchange.Documents.Contents.Images;

/// <summary>What is read of a camera's notes before they are taken out: whether they name a place, and how the picture is turned.</summary>
internal static class Exif
{
    private const ushort Orientation = 0x0112;
    private const ushort PlacePointer = 0x8825;

    /// <summary>True where they name a place.</summary>
    internal static bool HasPlace(ReadOnlySpan<byte> tiff) => Find(tiff, PlacePointer) is not null;

    /// <summary>Notes that say how the picture is turned and nothing else; null where it stands upright.</summary>
    internal static byte[]? Turned(ReadOnlySpan<byte> tiff) => Find(tiff, Orientation) is >= 2 and <= 8 and var turned
        ? [(byte)'M', (byte)'M', 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0]
        : null;

    private static int? Find(ReadOnlySpan<byte> tiff, ushort tag)
    {
        if (tiff.Length < 10) return null;
        var little = tiff[0] == 'I';
        var at = (long)Int(tiff[4..], little);
        if (at > tiff.Length - 2) return null;
        var count = Short(tiff[(int)at..], little);
        for (var i = 0; i < count; i++)
        {
            var entry = at + 2 + (i * 12L);
            if (entry + 12 > tiff.Length) return null;
            if (Short(tiff[(int)entry..], little) == tag) return Short(tiff[((int)entry + 8)..], little);
        }
        return null;
    }

    private static ushort Short(ReadOnlySpan<byte> from, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);

    private static uint Int(ReadOnlySpan<byte> from, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(from) : BinaryPrimitives.ReadUInt32BigEndian(from);
}
