using System.IO.Compression;
using System.Text;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Documents;
using InfoSharing.Exchange.Documents.Contents;

namespace InfoSharing.Tests.Component.Documents;

/// <summary>What a file is, what is taken out of it and what is read of it; and what is not taken.</summary>
public sealed class ContentTests
{
    private static readonly byte[] Program = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0];

    public static TheoryData<string, byte[]> Kinds => new()
    {
        { "application/pdf", Papers.Pdf() },
        { "application/pdf", Papers.Pdf(packed: false) },
        { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Papers.Docx() },
        { "application/vnd.oasis.opendocument.text", Papers.Odt() },
        { "application/rtf", Papers.Rtf() },
        { "text/plain", Papers.Utf("A plan for the children.\r\nÅngström\ttoo") },
        { "text/plain", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("A plan for the children.")] },
    };

    public static TheoryData<string, byte[]> Pictures => new() { { "image/jpeg", Papers.Jpeg() }, { "image/png", Papers.Png() }, { "image/tiff", Papers.Tiff() } };

    public static TheoryData<string, byte[]> NotTaken => new()
    {
        { "Windows program", Program },
        { "a program", [0x7F, .. "ELF"u8, 2, 1, 1] },
        { "a program", [0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1] },
        { "a script", Papers.Utf("#!/bin/sh\nrm -rf /") },
        { "web page or script", Papers.Utf("  <html><script>alert(1)</script>") },
        { "shortcut", [0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0, 0] },
        { "JavaScript", Papers.Pdf(extra: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>") },
        { "JavaScript", Papers.Pdf(extra: "/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>") },
        { "starts a program", Papers.Pdf(extra: "/OpenAction << /S /Launch /F (cmd.exe) >>") },
        { "JavaScript", Papers.PackedPdf("<< /S /JavaScript /JS (app.alert(1)) >>") },
        { "Other files are packed", Papers.Pdf(extra: "/Names << /EmbeddedFiles << /Names [(a) 9 0 R] >> >>") },
        { "locked", Papers.Pdf(trailer: "/Encrypt 9 0 R ") },
        { "damaged", Papers.Pdf()[..^200] },
        { "macro", Papers.Docx("words here", ("word/vbaProject.bin", Program)) },
        { "object", Papers.Docx("words here", ("word/embeddings/oleObject1.bin", [0xD0, 0xCF, 0x11, 0xE0])) },
        { "fetches", Papers.Docx("words here", ("word/_rels/document.xml.rels", Papers.Utf("<Relationships><Relationship Id='r' Type='x/image' Target='http://evil.example/a' TargetMode='External'/></Relationships>"))) },
        { "Windows program", Papers.Docx("words here", ("word/media/image1.png", Program)) },
        { "macro", Papers.Odt("words here", ("Basic/Standard/Module1.xml", Papers.Utf("<a/>"))) },
        { "archive", Papers.Zip([("a.pdf", Papers.Pdf())]) },
        { "archive", [0x1F, 0x8B, 8, 0] },
        { "archive", Papers.Utf("Rar!\x1a\a") },
        { "old kind", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0] },
        { "e-mail", Papers.Utf("Received: from a\r\nMIME-Version: 1.0\r\nMessage-ID: <1>\r\nFrom: someone\r\n\r\nwords") },
        { "embedded object", Papers.Utf(@"{\rtf1 {\object\objemb{\*\objdata 0105}}}") },
        { "kind of file", [.. "GIF89a"u8, 1, 0, 1, 0, 0] },
        { "kind of file", [1, 2, 3, 0xFE, 0xFF] },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_document_is_told_by_its_content_its_words_are_read_and_its_author_is_taken_out(string mediaType, byte[] file)
    {
        using var judged = Judge(file);

        judged.MediaType.ShouldBe(mediaType);
        judged.NotSearched.ShouldBe("");
        judged.Words.ShouldNotBeNull().ShouldContain("A plan for the children.");
        var kept = Unpacked(judged.Content);
        kept.ShouldNotContain(Papers.Author);
        if (Unpacked(new MemoryStream(file)).Contains(Papers.Author)) judged.TakenOut.ShouldContain("AUTHOR");
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_picture_keeps_what_it_shows_and_loses_place_author_and_whatever_follows_its_end(string mediaType, byte[] file)
    {
        using var judged = Judge(file);

        judged.MediaType.ShouldBe(mediaType);
        judged.TakenOut.ShouldContain("LOCATION");
        judged.NotSearched.ShouldBe("IMAGE");
        var kept = Unpacked(judged.Content);
        kept.ShouldNotContain(Papers.Author);
        kept.ShouldNotContain("after");
        Judge(Bytes(judged.Content)).TakenOut.ShouldBeEmpty("what was taken out is out");
    }

    [Fact]
    public void A_photograph_stays_upright()
    {
        using var judged = Judge(Papers.Jpeg(after: Program));
        var bytes = Bytes(judged.Content);
        bytes.AsSpan().IndexOf("Exif\0\0MM"u8).ShouldBeGreaterThan(0);
        bytes.AsSpan().IndexOf("MZ"u8).ShouldBe(-1, "what follows the picture's end is no part of it");
        bytes[^2..].ShouldBe([0xFF, 0xD9]);
    }

    [Fact]
    public void Properties_in_a_packed_stream_of_a_PDF_are_taken_out_where_they_stand()
    {
        var file = Papers.PackedPdf($"<< /Author ({Papers.Author}, {Papers.Author}) /Title (another) >>");
        using var judged = Judge(file);
        judged.TakenOut.ShouldContain("AUTHOR");
        judged.Content.Length.ShouldBe(file.Length);
        Judge(Bytes(judged.Content)).TakenOut.ShouldNotContain("LOCATION");
    }

    [Fact]
    public void A_photograph_inside_a_PDF_loses_its_place_and_the_page_counts_as_one_that_could_not_be_searched()
    {
        using var judged = Judge(Papers.Pdf(image: Papers.Jpeg()));
        judged.TakenOut.ShouldContain("LOCATION");
        judged.NotSearched.ShouldBe("IMAGE");
        Unpacked(judged.Content).ShouldNotContain(Papers.Author);
    }

    [Fact]
    public void Letters_that_a_font_alone_understands_are_read_by_its_map_and_without_one_the_document_counts_as_not_searched()
    {
        Judge(Papers.Pdf(extra: "/Extra << /Font << /F1 << /Type /Font /Subtype /Type0 /Encoding /Identity-H >> >> >>")).NotSearched.ShouldBe("ENCODED");
    }

    [Theory]
    [MemberData(nameof(NotTaken))]
    public void What_could_act_cannot_be_looked_into_or_is_no_document_is_not_taken_and_the_words_say_why(string why, byte[] file)
    {
        var refused = Should.Throw<DocumentNotTakenException>(() => Judge(file).Dispose());
        refused.Faults.ShouldHaveSingleItem().Words.ShouldContain(why);
    }

    [Fact]
    public void A_document_that_unpacks_to_more_than_any_case_needs_is_not_taken()
    {
        var bomb = Papers.Docx("words here", ("word/media/bomb.emf", new byte[400 << 20]));
        bomb.Length.ShouldBeLessThan(2 << 20);
        Should.Throw<DocumentNotTakenException>(() => Judge(bomb)).Faults[0].Words.ShouldContain("Unpacked");
    }

    [Fact]
    public void The_same_file_is_kept_as_the_same_bytes()
    {
        foreach (var file in new[] { Papers.Docx(), Papers.Odt(), Papers.Pdf(), Papers.Jpeg() })
        {
            using var one = Judge(file);
            using var other = Judge(file);
            Bytes(one.Content).ShouldBe(Bytes(other.Content));
        }
    }

    [Fact]
    public void An_OpenDocument_names_itself_first_and_unpacked_as_its_format_asks()
    {
        using var judged = Judge(Papers.Odt());
        var bytes = Bytes(judged.Content);
        Encoding.ASCII.GetString(bytes, 30, 8).ShouldBe("mimetype");
        Encoding.ASCII.GetString(bytes, 38, 39).ShouldBe("application/vnd.oasis.opendocument.text");
    }

    internal static JudgedDocument Judge(byte[] file)
    {
        var spool = new SealedSpool();
        spool.Write(file);
        return DocumentContents.Judge(spool);
    }

    private static byte[] Bytes(Stream content)
    {
        content.Position = 0;
        using var all = new MemoryStream();
        content.CopyTo(all);
        return all.ToArray();
    }

    // All that can be read of a file, packed or not.
    private static string Unpacked(Stream content)
    {
        var bytes = Bytes(content);
        var text = new StringBuilder(Encoding.UTF8.GetString(bytes));
        if (bytes is [(byte)'P', (byte)'K', ..])
            using (var zip = new ZipArchive(new MemoryStream(bytes)))
                foreach (var entry in zip.Entries)
                {
                    using var reader = new StreamReader(entry.Open());
                    text.Append(reader.ReadToEnd());
                }
        return text.ToString();
    }
}
