using System.Text;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Cli.Wording;

/// <summary>Rules by the sentence that is their name: "agencies are known". An id alone tells a reader nothing.</summary>
internal static class RuleNames
{
    /// <summary>The name in words; null where this build has no such rule.</summary>
    internal static string? Of(string ruleId) => RuleSets.Newest.Find(ruleId) is { } rule ? Words(rule.Name) : null;

    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0) words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }
}
