using System.Buffers.Binary;

namespace InfoSharing.Exchange.Documents.Contents.Pdf;

/// <summary>Photographs inside a PDF are whole JPEGs, with what the camera noted of place, time and device: it is overwritten where it stands.</summary>
internal static class PdfPictures
{
    internal static void Blank(SealedSpool copy, long at, long length, HashSet<string> taken)
    {
        var end = Math.Min(at + length, copy.Length);
        Span<byte> head = stackalloc byte[4];
        Span<byte> begins = stackalloc byte[12];
        for (var now = at + 2; now + 4 <= end;)
        {
            copy.Position = now;
            copy.ReadExactly(head);
            if (head[0] != 0xFF || head[1] is 0xDA or 0xD9) return;
            var segment = BinaryPrimitives.ReadUInt16BigEndian(head[2..]);
            if (segment < 2 || now + 2 + segment > end) return;
            begins.Clear();
            copy.ReadExactly(begins[..Math.Min(begins.Length, segment - 2)]);
            if (IsTold(head[1], begins))
            {
                taken.Add(head[1] == 0xE1 && begins.StartsWith("Exif"u8) ? Taken.Location : Taken.OtherMetadata);
                copy.Position = now + 4;
                copy.Write(new byte[segment - 2]);
            }
            now += 2 + segment;
        }
    }

    private static bool IsTold(byte marker, ReadOnlySpan<byte> begins) => marker switch
    {
        0xE2 => !begins.StartsWith("ICC_PROFILE\0"u8),
        0xEE => !begins.StartsWith("Adobe"u8),
        0xE1 or (>= 0xE3 and <= 0xEF) or 0xFE => true,
        _ => false,
    };
}
