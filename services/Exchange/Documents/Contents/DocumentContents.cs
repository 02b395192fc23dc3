using System.Xml;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Documents.Contents.Images;
using InfoSharing.Exchange.Documents.Contents.Office;
using InfoSharing.Exchange.Documents.Contents.Pdf;
using InfoSharing.Exchange.Documents.Contents.Text;

namespace InfoSharing.Exchange.Documents.Contents;

/// <summary>
/// What a file is, by what it holds and never by its name; what must not come is refused, and what gives away a place or an author is taken out. Pure but for the spools that
/// it writes, and bounded whatever it is given: it reads a file a few times, and unpacks no more than <see cref="OfficePackage.MostUnpacked"/>.
/// </summary>
internal static class DocumentContents
{
    /// <summary>Judges a file.</summary>
    /// <param name="file">The file, whole.</param>
    /// <exception cref="DocumentNotTakenException">It is not taken; says why and what to do.</exception>
    internal static JudgedDocument Judge(Stream file)
    {
        var head = Head(file);
        if (Executables.In(head) is { } program) throw NotTaken.Program(program);
        try
        {
            var judged = Of(file, head);
            return judged.Content.Length is > 0 and <= DocumentForm.MostBytes ? judged : throw NotTaken.TooMuchInside();
        }
        // Whatever another wrote into a file, it is a refused file and nothing more. A disk that fails says so by another name: see the spool.
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or XmlException or FormatException or OverflowException or ArgumentException or IndexOutOfRangeException or NotSupportedException or IOException)
        {
            throw NotTaken.Broken();
        }
    }

    private static byte[] Head(Stream file)
    {
        file.Position = 0;
        var head = new byte[Math.Min(Executables.HeadBytes, file.Length)];
        file.ReadExactly(head);
        file.Position = 0;
        return head;
    }

    private static JudgedDocument Of(Stream file, ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8)) return PdfDocument.Judge(file);
        if (head.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return JpegImage.Judge(file);
        if (head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return PngImage.Judge(file);
        if (head.StartsWith<byte>([0x49, 0x49, 0x2A, 0]) || head.StartsWith<byte>([0x4D, 0x4D, 0, 0x2A])) return TiffImage.Judge(file);
        if (head.StartsWith("PK\x03\x04"u8)) return OfficePackage.Judge(file, depth: 0);
        if (head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) throw NotTaken.Old();
        if (head.StartsWith("PK"u8) || head.StartsWith("Rar!"u8) || head.StartsWith<byte>([0x1F, 0x8B]) || head.StartsWith<byte>([0x37, 0x7A, 0xBC, 0xAF])) throw NotTaken.Archive();
        if (head.StartsWith("{\\rtf"u8)) return RichText.Judge(file);
        return PlainText.Judge(file, head);
    }
}
