using System.CommandLine;

namespace InfoSharing.Local.Directories;

/// <summary>What several verbs take alike.</summary>
internal static class DirectoryArguments
{
    internal static Option<string[]> Officers() => new("--officer") { Description = "An officer's certificate; once for each officer. Two of them must have signed.", DefaultValueFactory = _ => [] };

    internal static Argument<string> Draft() => new("DRAFT") { Description = "The draft, JSON. It is changed in its place." };
}
