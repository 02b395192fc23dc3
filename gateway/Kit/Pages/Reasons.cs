using System.Text.RegularExpressions;
using System.Xml.Linq;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Kit.Pages;

/// <summary>Why each rule exists: the first comment of its class, from the compiler's documentation file beside the program.</summary>
public sealed partial class Reasons
{
    private readonly Dictionary<string, string> _summaries;

    private Reasons(Dictionary<string, string> summaries) => _summaries = summaries;

    /// <summary>Reads the documentation file.</summary>
    /// <param name="path">InfoSharing.Validator.xml.</param>
    /// <exception cref="IOException">It is not there.</exception>
    public static Reasons Read(string path) => new(XDocument.Load(path).Descendants("member")
        .Where(member => ((string?)member.Attribute("name"))?.StartsWith("T:InfoSharing.Validator.Rules.", StringComparison.Ordinal) == true)
        .GroupBy(member => ((string)member.Attribute("name")!).Split('.')[^1])
        .ToDictionary(member => member.Key, member => Plain(member.First().Element("summary"))));

    /// <summary>Why a rule exists; blank where its class does not say.</summary>
    internal string Of(Rule rule) => _summaries.TryGetValue(rule.Name, out var words) ? IdInFront().Replace(words, "") : "";

    private static string Plain(XElement? summary)
    {
        if (summary is null) return "";
        foreach (var code in summary.Descendants("c").ToList()) code.ReplaceWith($"`{code.Value}`");
        foreach (var see in summary.Descendants("see").ToList()) see.ReplaceWith($"`{((string?)see.Attribute("cref"))?.Split('.')[^1]}`");
        return Space().Replace(summary.Value, " ").Trim();
    }

    [GeneratedRegex(@"^IS-\w+\.\s*", RegexOptions.None, 1000)]
    private static partial Regex IdInFront();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
