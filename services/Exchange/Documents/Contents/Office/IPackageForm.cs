using System.IO.Compression;

namespace InfoSharing.Exchange.Documents.Contents.Office;

/// <summary>What becomes of an entry of a package.</summary>
internal enum Deal
{
    /// <summary>Copied as it is, pictures without what they tell beside themselves.</summary>
    Copy,

    /// <summary>Its words are read, and the names of authors in it blanked.</summary>
    Scrub,

    /// <summary>An empty one takes its place.</summary>
    Blank,

    /// <summary>Left out.</summary>
    LeaveOut,

    /// <summary>A document of the same kind, looked into in the same way.</summary>
    Nested,

    /// <summary>The whole document is refused.</summary>
    Refuse,
}

/// <summary>How one family of formats keeps its parts.</summary>
internal interface IPackageForm
{
    /// <summary>The document's media type.</summary>
    string MediaType { get; }

    /// <summary>The entries in the order in which they are to stand.</summary>
    IEnumerable<ZipArchiveEntry> InOrder(ZipArchive archive);

    /// <summary>What becomes of an entry.</summary>
    Deal DealOf(string name);

    /// <summary>What an entry that is blanked or left out tells of.</summary>
    string WhatIs(string name);

    /// <summary>What takes a blanked entry's place.</summary>
    byte[] BlankOf(string name);

    /// <summary>True for a picture that is no JPEG or PNG.</summary>
    bool IsPicture(string name);

    /// <summary>What an attribute tells of; null where it stays as it is.</summary>
    string? Blanks(string entry, string element, string attribute);

    /// <summary>What the text of an element tells of; null where it stays as it is.</summary>
    string? BlanksText(string entry, string element);

    /// <summary>What an element that goes whole tells of, given its attributes; null where it stays.</summary>
    string? Drops(string entry, string element, Func<string, string?> attribute);

    /// <summary>True where something new begins after the element: a paragraph, a cell.</summary>
    bool Breaks(string element);

    /// <summary>True where an entry's texts are words that a reader sees.</summary>
    bool HasWords(string entry);
}
