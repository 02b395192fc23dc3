using InfoSharing.Feeds.Xml;
using InfoSharing.Validator.Identifiers;

namespace InfoSharing.Feeds.Cin.Rules;

/// <summary>The authority's own id for the child: there, at most 20 letters and digits. It is carried as it was written whatever it is.</summary>
/// <remarks>DfE rules 8500, 1570 (letters and digits) and 1580 (length).</remarks>
internal static class LaChildIdIsSound
{
    private const int MostCharacters = 20;

    /// <summary>Checks the id.</summary>
    public static void Check(Element? element, int line, Draft draft)
    {
        if (element is not { Text.Length: > 0 })
        {
            draft.Report(element?.Line ?? line, "LAchildID", "is missing", "8500");
            return;
        }

        if (element.Text.Length > MostCharacters) draft.Report(element.Line, element.Name, "is longer than 20 characters", "1580");
        if (LaChildId.Check(element.Text) is { Kind: IdentifierFaultKind.Shape } || element.Text.Any(character => !char.IsAsciiLetterOrDigit(character)))
        {
            draft.Report(element.Line, element.Name, "has a character that is neither a letter nor a digit", "1570");
        }
    }
}
