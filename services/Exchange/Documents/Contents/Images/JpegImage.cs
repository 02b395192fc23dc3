using System.Buffers.Binary;

namespace InfoSharing.Exchange.Documents.Contents.Images;

/// <summary>
/// JPEG, copied segment by segment: what shows the picture stays, what tells where, when, by whom and with what it was taken does not, nor anything after its end. How the
/// picture is turned is said again, so that it stays upright.
/// </summary>
internal static class JpegImage
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    internal static JudgedDocument Judge(Stream file) => SealedSpool.Fill(to =>
    {
        var taken = new HashSet<string>();
        Strip(file, to, taken);
        return new JudgedDocument("image/jpeg", to) { TakenOut = taken, NotSearched = NotSearched.Image };
    });

    /// <summary>Copies a picture without what it tells beside itself.</summary>
    /// <returns>Its width and height; 0 where it says none.</returns>
    internal static (int Width, int Height) Strip(Stream file, Stream to, ISet<string> taken)
    {
        file.Position = 0;
        if (file.ReadByte() != 0xFF || file.ReadByte() != 0xD8) throw NotTaken.Broken();
        to.Write([0xFF, 0xD8]);
        var (width, height) = (0, 0);
        for (var marker = Marker(file); ;)
        {
            if (marker == EndOfImage)
            {
                to.Write([0xFF, EndOfImage]);
                return (width, height);
            }
            var segment = Segment(file);
            if (IsFrame(marker) && segment.Length >= 5) (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(1)), BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(3)));
            if (Kept(marker, segment, taken) is { } kept) Write(to, marker, kept);
            marker = marker == StartOfScan ? Scan(file, to) : Marker(file);
        }
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static byte[]? Kept(byte marker, byte[] segment, ISet<string> taken)
    {
        switch (marker)
        {
            case 0xE0:
                if (!segment.AsSpan().StartsWith("JFIF\0"u8) || segment.Length < 14) return Drop(Taken.Thumbnail);
                if (segment.Length == 14) return segment;
                taken.Add(Taken.Thumbnail);
                return [.. segment[..12], 0, 0];
            case 0xE1:
                if (!segment.AsSpan().StartsWith("Exif\0\0"u8)) return Drop(Taken.OtherMetadata);
                byte[]? turned = Exif.Turned(segment.AsSpan(6)) is { } notes ? [.. "Exif\0\0"u8, .. notes] : null;
                if (!segment.AsSpan().SequenceEqual(turned)) taken.Add(Exif.HasPlace(segment.AsSpan(6)) ? Taken.Location : Taken.OtherMetadata);
                return turned;
            case 0xE2 when segment.AsSpan().StartsWith("ICC_PROFILE\0"u8):
            case 0xEE when segment.AsSpan().StartsWith("Adobe"u8):
                return segment;
            case >= 0xE2 and <= 0xEF or 0xFE:
                return Drop(Taken.OtherMetadata);
            default:
                return segment;
        }

        byte[]? Drop(string what)
        {
            taken.Add(what);
            return null;
        }
    }

    private static void Write(Stream to, byte marker, byte[] segment)
    {
        Span<byte> head = stackalloc byte[4];
        (head[0], head[1]) = (0xFF, marker);
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(segment.Length + 2));
        to.Write(head);
        to.Write(segment);
    }

    // After a scan's head comes the picture itself, up to a marker that is none of its own.
    private static byte Scan(Stream file, Stream to)
    {
        while (true)
        {
            var one = Byte(file);
            if (one != 0xFF)
            {
                to.WriteByte(one);
                continue;
            }
            var next = Byte(file);
            while (next == 0xFF) next = Byte(file);
            if (next is not (0 or (>= 0xD0 and <= 0xD7))) return next;
            to.WriteByte(0xFF);
            to.WriteByte(next);
        }
    }

    private static byte Marker(Stream file)
    {
        if (Byte(file) != 0xFF) throw NotTaken.Broken();
        var marker = Byte(file);
        while (marker == 0xFF) marker = Byte(file);
        return marker is 0 or 0x01 or 0xD8 or (>= 0xD0 and <= 0xD7) ? throw NotTaken.Broken() : marker;
    }

    private static byte[] Segment(Stream file)
    {
        var length = (Byte(file) << 8) | Byte(file);
        if (length < 2) throw NotTaken.Broken();
        var segment = new byte[length - 2];
        file.ReadExactly(segment);
        return segment;
    }

    private static byte Byte(Stream file) => file.ReadByte() is >= 0 and var one ? (byte)one : throw NotTaken.Broken();
}
