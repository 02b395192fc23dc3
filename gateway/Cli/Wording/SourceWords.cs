using System.Text.RegularExpressions;

namespace InfoSharing.Cli.Wording;

/// <summary>A rule's source as its reader needs it: the findings that it answers and what was published, without our own notes ("practice 6", "[K wording]", "Product").</summary>
internal static partial class SourceWords
{
    private static readonly string[] OurNotes = ["practice ", "domain.md", "list (e)", "Product"];

    internal static string Of(string source) => string.Join("; ", Marks().Replace(source, "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Replace(", Product", "", StringComparison.Ordinal))
        .Where(part => !OurNotes.Any(note => part.StartsWith(note, StringComparison.Ordinal))));

    [GeneratedRegex(@"\s*\[[^\]]*\]", RegexOptions.None, 1000)]
    private static partial Regex Marks();
}
