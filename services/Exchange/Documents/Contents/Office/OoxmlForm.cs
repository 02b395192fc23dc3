using System.IO.Compression;
using System.Text;

namespace InfoSharing.Exchange.Documents.Contents.Office;

/// <summary>Word, Excel and PowerPoint since 2007 (ECMA-376).</summary>
internal sealed class OoxmlForm : IPackageForm
{
    private const string Types = "[Content_Types].xml";

    private static readonly byte[] Core = Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>""");
    private static readonly byte[] App = Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>""");
    private static readonly byte[] Custom = Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>""");
    private static readonly HashSet<string> Breaking = ["p", "br", "tab", "cr", "si", "c", "row", "comment", "tc", "v", "Relationship"];

    private readonly string _root;

    private OoxmlForm(string mediaType, string root) => (MediaType, _root) = (mediaType, root);

    public string MediaType { get; }

    internal static OoxmlForm? Of(ZipArchive archive)
    {
        if (archive.GetEntry(Types) is null) return null;
        if (archive.GetEntry("word/document.xml") is not null) return new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/");
        if (archive.GetEntry("xl/workbook.xml") is not null) return new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/");
        return archive.GetEntry("ppt/presentation.xml") is not null ? new("application/vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/") : null;
    }

    public IEnumerable<ZipArchiveEntry> InOrder(ZipArchive archive) => archive.Entries.OrderBy(entry => entry.FullName == Types ? 0 : 1);

    public Deal DealOf(string name)
    {
        if (Is(name, "vbaProject") || Is(name, "vbaData") || Is(name, "/activeX/") || Is(name, "/ctrlProps/") || Is(name, "macrosheets/") || Is(name, "customUI/") || Is(name, "dialogsheets/")) return Deal.Refuse;
        if (Is(name, "/embeddings/")) return name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".pptx", StringComparison.OrdinalIgnoreCase) ? Deal.Nested : Deal.Refuse;
        if (name is "docProps/core.xml" or "docProps/app.xml" or "docProps/custom.xml") return Deal.Blank;
        if (name.StartsWith("docProps/", StringComparison.Ordinal) || Is(name, "printerSettings") || name.StartsWith("_xmlsignatures/", StringComparison.Ordinal) || name.StartsWith("customXml/", StringComparison.Ordinal)) return Deal.LeaveOut;
        return name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase) ? Deal.Scrub : Deal.Copy;
    }

    public string WhatIs(string name) => name.StartsWith("docProps/thumbnail", StringComparison.Ordinal) ? Taken.Thumbnail : name.StartsWith("docProps/", StringComparison.Ordinal) ? Taken.Author : Taken.OtherMetadata;

    public byte[] BlankOf(string name) => name switch { "docProps/core.xml" => Core, "docProps/app.xml" => App, _ => Custom };

    public bool IsPicture(string name) => Is(name, "/media/");

    public string? Blanks(string entry, string element, string attribute) => attribute switch
    {
        "author" or "initials" or "userId" or "providerId" or "lastModifiedBy" or "userName" => Taken.Author,
        "displayName" when element == "person" => Taken.Author,
        "name" when element is "cmAuthor" or "author" => Taken.Author,
        _ when attribute.StartsWith("rsid", StringComparison.Ordinal) && attribute.Length > 4 => Taken.Revisions,
        _ => null,
    };

    public string? BlanksText(string entry, string element) => element == "author" && Is(entry, "comments") ? Taken.Author : null;

    // What was left out is named nowhere any more; a template elsewhere is a path with a name in it, and could act.
    public string? Drops(string entry, string element, Func<string, string?> attribute) => element switch
    {
        "rsids" or "rsid" or "rsidRoot" => Taken.Revisions,
        "attachedTemplate" => Taken.Author,
        "Override" when entry == Types && IsLeftOut(attribute("PartName")) => Taken.OtherMetadata,
        "Override" or "Default" when entry == Types && (attribute("ContentType") ?? "").Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) => throw NotTaken.Holds("a macro"),
        "Relationship" when Ends(attribute("Type"), "/attachedTemplate") => Taken.Author,
        "Relationship" when Ends(attribute("Type"), "/thumbnail") || Ends(attribute("Type"), "/customXml") || Ends(attribute("Type"), "/customXmlProps") || Ends(attribute("Type"), "/printerSettings") || (attribute("Type") ?? "").Contains("/digital-signature/", StringComparison.Ordinal) => Taken.OtherMetadata,
        "Relationship" when Ends(attribute("Type"), "/oleObject") || Ends(attribute("Type"), "/frame") || (attribute("TargetMode") == "External" && !Ends(attribute("Type"), "/hyperlink")) => throw NotTaken.Holds("a link that fetches something from elsewhere"),
        _ => null,
    };

    public bool Breaks(string element) => Breaking.Contains(element);

    public bool HasWords(string entry) =>
        (entry.StartsWith(_root, StringComparison.Ordinal) || entry.StartsWith("word/", StringComparison.Ordinal))
        && !Is(entry, "/theme/") && !Is(entry, "styles") && !Is(entry, "fontTable") && !Is(entry, "settings.xml") && !Is(entry, "webSettings");

    private bool IsLeftOut(string? part) => part is { Length: > 1 } && DealOf(part[1..]) == Deal.LeaveOut;

    private static bool Is(string name, string holds) => name.Contains(holds, StringComparison.OrdinalIgnoreCase);

    private static bool Ends(string? type, string end) => type is not null && type.EndsWith(end, StringComparison.Ordinal);
}
