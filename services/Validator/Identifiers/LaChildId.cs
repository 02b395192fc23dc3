using System.Diagnostics.CodeAnalysis;

namespace InfoSharing.Validator.Identifiers;

/// <summary>A local authority's own id for a child: 1 to 20 letters and digits. It says who the child is only together with the authority.</summary>
/// <remarks>Source: CIN census 2026, N00097, rules 1570 and 1580.</remarks>
public static class LaChildId
{
    private const int MostCharacters = 20;

    private static readonly IdentifierFault Empty = Fault(IdentifierFaultKind.Empty, "is empty");
    private static readonly IdentifierFault TooLong = Fault(IdentifierFaultKind.Length, "is longer than 20 characters");
    private static readonly IdentifierFault NotAlphanumeric = Fault(IdentifierFaultKind.Shape, "has a character that is neither a letter nor a digit");

    /// <summary>Whether what was written can be an authority's child id. Surrounding spaces do not matter; case does.</summary>
    public static bool IsValid(ReadOnlySpan<char> written) => Check(written) is null;

    /// <summary>What is wrong with what was written, or null when nothing is.</summary>
    public static IdentifierFault? Check(ReadOnlySpan<char> written)
    {
        var id = written.Trim();
        if (id.IsEmpty) return Empty;
        if (id.Length > MostCharacters) return TooLong;
        foreach (var character in id)
        {
            if (!char.IsAsciiLetterOrDigit(character)) return NotAlphanumeric;
        }

        return null;
    }

    /// <summary>Gives the id without surrounding spaces, in the case in which the authority wrote it.</summary>
    public static bool TryNormalise(string? written, [NotNullWhen(true)] out string? canonical)
    {
        canonical = IsValid(written) ? written!.Trim() : null;
        return canonical is not null;
    }

    private static IdentifierFault Fault(IdentifierFaultKind kind, string words) => new("LA child id", kind, words);
}
