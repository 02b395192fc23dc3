using System.Buffers.Binary;

namespace InfoSharing.Exchange.Documents.Contents.Images;

/// <summary>PNG, copied chunk by chunk: what shows the picture stays; texts, camera notes, times, chunks of unknown meaning and whatever follows its end do not.</summary>
internal static class PngImage
{
    private const int HeadBytes = 8;

    private static readonly HashSet<string> Kept =
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "hIST", "acTL", "fcTL", "fdAT"];

    internal static JudgedDocument Judge(Stream file) => SealedSpool.Fill(to =>
    {
        var taken = new HashSet<string>();
        Strip(file, to, taken);
        return new JudgedDocument("image/png", to) { TakenOut = taken, NotSearched = NotSearched.Image };
    });

    /// <summary>Copies a picture without what it tells beside itself.</summary>
    /// <returns>Its width and height.</returns>
    internal static (int Width, int Height) Strip(Stream file, Stream to, ISet<string> taken)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        file.Position = 0;
        file.ReadExactly(head);
        to.Write(head);
        var (width, height) = (0, 0);
        Span<byte> size = stackalloc byte[HeadBytes];
        while (true)
        {
            file.ReadExactly(head);
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            if (length > file.Length - file.Position - 4) throw NotTaken.Broken();
            var name = System.Text.Encoding.ASCII.GetString(head[4..]);
            if (name == "IHDR" && length >= HeadBytes)
            {
                file.ReadExactly(size);
                file.Position -= HeadBytes;
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(size), BinaryPrimitives.ReadInt32BigEndian(size[4..]));
            }
            if (Kept.Contains(name))
            {
                to.Write(head);
                Copy(file, to, length + 4);
            }
            else
            {
                if (char.IsAsciiLetterUpper(name[0])) throw NotTaken.Broken(); // without it nobody could show the picture
                taken.Add(name == "eXIf" ? Taken.Location : Taken.OtherMetadata);
                file.Position += length + 4;
            }
            if (name == "IEND") return (width, height);
        }
    }

    private static void Copy(Stream from, Stream to, long bytes)
    {
        Span<byte> buffer = stackalloc byte[4096];
        while (bytes > 0)
        {
            var now = buffer[..(int)Math.Min(bytes, buffer.Length)];
            from.ReadExactly(now);
            to.Write(now);
            bytes -= now.Length;
        }
    }
}
