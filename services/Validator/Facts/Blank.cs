namespace InfoSharing.Validator.Facts;

/// <summary>Blank: UNSPECIFIED, empty, or white space.</summary>
internal static class Blank
{
    internal static bool IsBlank(this string? words) => string.IsNullOrWhiteSpace(words);

    internal static bool IsBlank(this Text? text) => text is null || string.IsNullOrWhiteSpace(text.Text_);

    /// <summary>A professional is blank without a name, a role and an organisation: any one of them names somebody to ask.</summary>
    internal static bool IsBlank(this Who? who) => who is null || (who.Name.IsBlank() && who.Role.IsBlank() && who.Org.IsBlank());
}
