using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace InfoSharing.Tests.Component.Documents;

/// <summary>Files as the world makes them, made here byte by byte: none is anybody's.</summary>
internal static class Papers
{
    internal const string Author = "Jane Q Practitioner";

    /// <summary>A PDF of one page that says the words, with properties and an XMP packet that name its author.</summary>
    internal static byte[] Pdf(string words = "A plan for the children.", bool packed = true, string extra = "", string trailer = "", byte[]? image = null)
    {
        var content = Encoding.Latin1.GetBytes($"BT /F1 12 Tf 72 720 Td ({words.Replace("(", "\\(").Replace(")", "\\)")}) Tj ET");
        var body = packed ? Deflated(content) : content;
        var pdf = new List<byte>();
        var places = new List<int>();
        Say("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        Object($"<< /Type /Catalog /Pages 2 0 R /Metadata 7 0 R {extra} >>");
        Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>");
        Stream($"<< /Length {body.Length} {(packed ? "/Filter /FlateDecode " : "")}>>", body);
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        Object($"<< /Author ({Author}) /Title (Plan of {Author}) /Producer <4A616E652051> /CreationDate (D:20261029120000Z) >>");
        var xmp = Encoding.UTF8.GetBytes($"<?xpacket begin=''?><x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator>{Author}</dc:creator></x:xmpmeta><?xpacket end='w'?>");
        Stream($"<< /Type /Metadata /Subtype /XML /Length {xmp.Length} >>", xmp);
        if (image is not null) Stream($"<< /Type /XObject /Subtype /Image /Width 1200 /Height 1600 /Filter /DCTDecode /Length {image.Length} >>", image);
        var table = pdf.Count;
        Say($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}trailer\n<< /Size {places.Count + 1} /Root 1 0 R /Info 6 0 R {trailer}>>\nstartxref\n{table}\n%%EOF\n");
        return [.. pdf];

        void Say(string text) => pdf.AddRange(Encoding.Latin1.GetBytes(text));
        void Object(string value)
        {
            places.Add(pdf.Count);
            Say($"{places.Count} 0 obj\n{value}\nendobj\n");
        }
        void Stream(string dictionary, byte[] bytes)
        {
            places.Add(pdf.Count);
            Say($"{places.Count} 0 obj\n{dictionary}\nstream\n");
            pdf.AddRange(bytes);
            Say("\nendstream\nendobj\n");
        }
    }

    /// <summary>A PDF whose objects stand in a packed stream, the properties among them, as newer programs write it.</summary>
    internal static byte[] PackedPdf(string info)
    {
        var objects = $"6 0 {info}";
        var packed = Deflated(Encoding.Latin1.GetBytes(objects));
        var pdf = Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {packed.Length} >>\nstream\n").ToList();
        pdf.AddRange(packed);
        pdf.AddRange(Encoding.Latin1.GetBytes("\nendstream\nendobj\n3 0 obj\n<< /Type /XRef /Root 1 0 R /Info 6 0 R /Length 0 >>\nstream\n\nendstream\nendobj\nstartxref\n0\n%%EOF\n"));
        return [.. pdf];
    }

    /// <summary>A Word document with an author, a company, a comment and a tracked change.</summary>
    internal static byte[] Docx(string words = "A plan for the children.", params (string Name, byte[] Bytes)[] more) => Zip(
    [
        ("[Content_Types].xml", Utf("""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>""")),
        ("_rels/.rels", Utf("""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""")),
        ("docProps/core.xml", Utf($"<?xml version='1.0'?><cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>{Author}</dc:creator><cp:lastModifiedBy>{Author}</cp:lastModifiedBy></cp:coreProperties>")),
        ("docProps/app.xml", Utf($"<?xml version='1.0'?><Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'><Company>{Author} Ltd</Company></Properties>")),
        ("word/comments.xml", Utf($"<?xml version='1.0'?><w:comments xmlns:w='w'><w:comment w:author='{Author}' w:initials='JQP'><w:p><w:r><w:t>seen</w:t></w:r></w:p></w:comment></w:comments>")),
        ("word/document.xml", Utf($"<?xml version='1.0'?><w:document xmlns:w='w'><w:body><w:p w:rsidR='00AB12CD'><w:r><w:t>{words[..(words.Length / 2)]}</w:t></w:r><w:ins w:author='{Author}'><w:r><w:t>{words[(words.Length / 2)..]}</w:t></w:r></w:ins></w:p></w:body></w:document>")),
        .. more,
    ]);

    internal static byte[] Odt(string words = "A plan for the children.", params (string Name, byte[] Bytes)[] more) => Zip(
    [
        ("mimetype", Utf("application/vnd.oasis.opendocument.text")),
        ("META-INF/manifest.xml", Utf("<?xml version='1.0'?><m:manifest xmlns:m='m'><m:file-entry m:full-path='/' m:media-type='application/vnd.oasis.opendocument.text'/><m:file-entry m:full-path='Thumbnails/thumbnail.png' m:media-type='image/png'/></m:manifest>")),
        ("meta.xml", Utf($"<?xml version='1.0'?><o:document-meta xmlns:o='o' xmlns:dc='dc'><o:meta><dc:creator>{Author}</dc:creator></o:meta></o:document-meta>")),
        ("Thumbnails/thumbnail.png", Png()),
        ("content.xml", Utf($"<?xml version='1.0'?><o:document-content xmlns:o='o' xmlns:text='t' xmlns:dc='dc'><o:body><text:p>{words}</text:p><o:annotation><dc:creator>{Author}</dc:creator><text:p>seen</text:p></o:annotation></o:body></o:document-content>")),
        .. more,
    ]);

    /// <summary>A JPEG with a place, a turned camera and a remark; what follows its end is no part of it.</summary>
    internal static byte[] Jpeg(byte[]? after = null)
    {
        // Exif, big-endian: orientation 6, and a pointer to a place.
        byte[] exif = [.. "Exif\0\0MM"u8, 0, 0x2A, 0, 0, 0, 8, 0, 2, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, .. Utf(Author)];
        return
        [
            0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. Segment(0xE1, exif), .. Segment(0xED, Utf($"Photoshop {Author}")), .. Segment(0xFE, Utf(Author)),
            .. Segment(0xC0, [8, 0x06, 0x40, 0x04, 0xB0, 1, 1, 0x11, 0]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0x34, 0xFF, 0x00, 0x56, 0xFF, 0xD0, 0x78, 0xFF, 0xD9, .. after ?? [],
        ];

        static byte[] Segment(byte marker, byte[] bytes) => [0xFF, marker, (byte)((bytes.Length + 2) >> 8), (byte)(bytes.Length + 2), .. bytes];
    }

    internal static byte[] Png()
    {
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), .. Chunk("tEXt", Utf($"Author\0{Author}")), .. Chunk("eXIf", Utf(Author)), .. Chunk("IDAT", Deflated([0, 0])), .. Chunk("IEND", []), .. Utf("after")];

        static byte[] Chunk(string name, byte[] bytes) => [(byte)(bytes.Length >> 24), (byte)(bytes.Length >> 16), (byte)(bytes.Length >> 8), (byte)bytes.Length, .. Utf(name), .. bytes, 0, 0, 0, 0];
    }

    /// <summary>A TIFF of one page with an artist, a place and an XMP packet, least significant byte first.</summary>
    internal static byte[] Tiff()
    {
        var artist = Utf(Author + "\0");
        var tiff = new List<byte> { (byte)'I', (byte)'I', 0x2A, 0, 8, 0, 0, 0 };
        const int Entries = 5;
        var data = 8 + 2 + (Entries * 12) + 4;
        var gps = data + artist.Length + (artist.Length % 2);
        Short(Entries);
        Entry(256, 3, 1, 16);
        Entry(257, 3, 1, 16);
        Entry(315, 2, artist.Length, data);
        Entry(700, 1, artist.Length, data);
        Entry(34853, 4, 1, gps);
        Int(0);
        tiff.AddRange(artist);
        if (artist.Length % 2 == 1) tiff.Add(0);
        Short(1);
        Entry(2, 5, 3, gps + 18);
        Int(0);
        tiff.AddRange(Utf("fifty-three degrees north"));
        return [.. tiff];

        void Short(int value) => tiff.AddRange([(byte)value, (byte)(value >> 8)]);
        void Int(int value) => tiff.AddRange(BitConverter.GetBytes(value));
        void Entry(int tag, int type, int count, int value)
        {
            Short(tag);
            Short(type);
            Int(count);
            Int(value);
        }
    }

    internal static byte[] Rtf(string words = "A plan for the children.") => Encoding.ASCII.GetBytes($@"{{\rtf1\ansi{{\fonttbl{{\f0 Arial;}}}}{{\info{{\author {Author}}}{{\company {Author} Ltd}}}}{{\*\generator Word of {Author};}}\f0 {words}\par}}");

    internal static byte[] Zip((string Name, byte[] Bytes)[] entries)
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        return made.ToArray();
    }

    /// <summary>Bytes of so many mebibytes that no packing makes smaller, as a text.</summary>
    internal static byte[] Large(int bytes)
    {
        var random = new Random(7);
        var words = new byte[bytes];
        for (var i = 0; i < bytes; i++) words[i] = i % 80 == 79 ? (byte)'\n' : (byte)random.Next('a', 'z' + 1);
        return words;
    }

    internal static byte[] Utf(string text) => Encoding.UTF8.GetBytes(text);

    internal static byte[] Digest(byte[] bytes) => SHA256.HashData(bytes);

    internal static byte[] Deflated(byte[] bytes)
    {
        using var made = new MemoryStream();
        using (var zip = new ZLibStream(made, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(bytes);
        return made.ToArray();
    }
}
