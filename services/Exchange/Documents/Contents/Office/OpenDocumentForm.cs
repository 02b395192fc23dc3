using System.IO.Compression;
using System.Text;

namespace InfoSharing.Exchange.Documents.Contents.Office;

/// <summary>OpenDocument texts, spreadsheets and presentations (ISO/IEC 26300).</summary>
internal sealed class OpenDocumentForm : IPackageForm
{
    private const string Prefix = "application/vnd.oasis.opendocument.";

    private static readonly byte[] Meta = Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>""");
    private static readonly HashSet<string> Breaking = ["p", "h", "line-break", "tab", "s", "table-cell", "table-row", "annotation"];

    private OpenDocumentForm(string mediaType) => MediaType = mediaType;

    public string MediaType { get; }

    internal static OpenDocumentForm? Of(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { Length: < 100 } entry || archive.GetEntry("content.xml") is null) return null;
        using var reader = new StreamReader(entry.Open());
        var type = reader.ReadToEnd().Trim();
        return type is Prefix + "text" or Prefix + "spreadsheet" or Prefix + "presentation" ? new(type) : null;
    }

    // The format asks for its own name first, unpacked.
    public IEnumerable<ZipArchiveEntry> InOrder(ZipArchive archive) => archive.Entries.OrderBy(entry => entry.FullName == "mimetype" ? 0 : 1);

    public Deal DealOf(string name)
    {
        if (name.StartsWith("Basic/", StringComparison.Ordinal) || name.StartsWith("Scripts/", StringComparison.Ordinal) || name.StartsWith("Dialogs/", StringComparison.Ordinal)) return Deal.Refuse;
        if (name == "meta.xml" || name.EndsWith("/meta.xml", StringComparison.Ordinal)) return Deal.Blank;
        if (name.StartsWith("Thumbnails/", StringComparison.Ordinal) || name.StartsWith("Configurations", StringComparison.Ordinal) || name is "layout-cache" or "META-INF/documentsignatures.xml" or "META-INF/macrosignatures.xml" or "manifest.rdf") return Deal.LeaveOut;
        return name.EndsWith(".xml", StringComparison.Ordinal) ? Deal.Scrub : Deal.Copy;
    }

    public string WhatIs(string name) => name.StartsWith("Thumbnails/", StringComparison.Ordinal) ? Taken.Thumbnail : name.EndsWith("meta.xml", StringComparison.Ordinal) ? Taken.Author : Taken.OtherMetadata;

    public byte[] BlankOf(string name) => Meta;

    public bool IsPicture(string name) => name.StartsWith("Pictures/", StringComparison.Ordinal) || name.StartsWith("ObjectReplacements/", StringComparison.Ordinal) || name.StartsWith("media/", StringComparison.OrdinalIgnoreCase);

    public string? Blanks(string entry, string element, string attribute) => attribute is "author" or "initials" ? Taken.Author : null;

    public string? BlanksText(string entry, string element) => element is "creator" or "creator-initials" or "sender-initials" or "initial-creator" or "author-name" or "author-initials" ? Taken.Author : null;

    public string? Drops(string entry, string element, Func<string, string?> attribute) => element switch
    {
        "encryption-data" => throw NotTaken.Locked(),
        "file-entry" when (attribute("media-type") ?? "").Contains("oleobject", StringComparison.OrdinalIgnoreCase) => throw NotTaken.Holds("an embedded object"),
        "file-entry" when DealOf(attribute("full-path") ?? "") == Deal.LeaveOut => Taken.OtherMetadata,
        "event-listener" or "script" when entry != "META-INF/manifest.xml" => throw NotTaken.Holds("a macro"),
        "dde-source" or "dde-connection-decl" => throw NotTaken.Holds("a field that starts a program"),
        "config-item" when attribute("name") is "PrinterName" or "PrinterSetup" or "CurrentDatabaseDataSource" => Taken.OtherMetadata,
        "config-item" when (attribute("name") ?? "").StartsWith("Rsid", StringComparison.Ordinal) => Taken.Revisions,
        _ => null,
    };

    public bool Breaks(string element) => Breaking.Contains(element);

    public bool HasWords(string entry) => entry.EndsWith("content.xml", StringComparison.Ordinal) || entry.EndsWith("styles.xml", StringComparison.Ordinal);
}
