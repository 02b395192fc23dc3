using System.Text;
using InfoSharing.V1;
using InfoSharing.Validator.Codes;

namespace InfoSharing.Cli.Wording;

/// <summary>Puts a rule's words together where the case is open: a report holds references, its reader sees names.</summary>
/// <param name="names">The people of the transfer.</param>
/// <param name="again">
/// Values that a report must not hold, found again in the open transfer: the phrase of IS-705 and its alternative. By the placeholder's name.
/// </param>
internal sealed class Filling(Names names, Func<Finding, IReadOnlyDictionary<string, string>> again)
{
    private static readonly Dictionary<string, string> WhereUnknown = new()
    {
        ["child"] = "this child",
        ["other_child"] = "the other child",
        ["person"] = "this person",
        ["other"] = "the other person",
        ["victim"] = "the victim",
        ["person_causing_harm"] = "the person causing harm",
        ["area"] = "the other area",
        ["agency"] = "the agency",
        ["number"] = "the number in your directory",
        ["date"] = "a day that is not known here",
        ["phrase"] = "this phrase",
        ["alternative"] = "other words for what happened",
        ["list"] = "what the field says",
        ["what"] = "something",
        ["class"] = "restricted information",
        ["tool"] = "The tool",
        ["order"] = "court order",
        ["age"] = "this age",
        ["n"] = "several",
        ["months"] = "several",
    };

    /// <summary>The words of a finding.</summary>
    internal string Of(string template, Finding finding) => Fill(template, finding.Params, again(finding), Unknown);

    /// <summary>The words of a remedy: what only the writer can fill stays a blank, "[agency] by [date]".</summary>
    internal string ToWrite(string template, Finding finding) => Fill(template, finding.Params, again(finding), name => $"[{name.Replace('_', ' ')}]");

    /// <summary>The words of something owed.</summary>
    internal string Of(string template, Owed owed) =>
        Of(template, new Finding { RuleId = owed.RuleId, Field = owed.Field, Variant = owed.Variant, Params = { owed.Params } });

    private string Fill(string template, IDictionary<string, string> values, IReadOnlyDictionary<string, string> found, Func<string, string> unknown)
    {
        var words = new StringBuilder(template.Length + 40);
        // Three children are "A, B and C", not "A and B and C".
        if (values.TryGetValue("other_child", out var others) && others.Contains(',', StringComparison.Ordinal))
            template = template.Replace("{child} and {other child}", "{child}, {other child}", StringComparison.Ordinal);
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open && rest[open..].IndexOf('}') is > 0 and var length)
        {
            words.Append(rest[..open]);
            var name = rest.Slice(open + 1, length - 1).ToString();
            var value = Value(name.Replace(' ', '_'), values, found, unknown);
            if (EndsWithArticle(words) && value.Length > 0 && "aeiou".Contains(value[0], StringComparison.Ordinal)) words.Insert(words.Length - 1, 'n');
            // The writer's own phrase is shown as written, wherever it stands.
            words.Append(StartsSentence(words) && name != "phrase" ? Capital(value) : value);
            rest = rest[(open + length + 1)..];
        }
        return words.Append(rest).ToString();
    }

    private string Value(string name, IDictionary<string, string> values, IReadOnlyDictionary<string, string> found, Func<string, string> unknown)
    {
        // An alternative names people too; a phrase is the writer's own and is shown as it stands.
        if (found.TryGetValue(name, out var again)) return name == "alternative" ? Fill(again, values, FoundAgain.Nothing, unknown) : again;
        if (values.TryGetValue(name, out var value) && name == "order" && OrderNames.Of(value) is { } order) return order;
        if (value is { Length: > 0 }) return Sentence.List(value.Split(',', StringSplitOptions.TrimEntries).Select(Shown));
        return unknown(name);
    }

    private static string Unknown(string name) => WhereUnknown.GetValueOrDefault(name, name.Replace('_', ' '));

    private string Shown(string value)
    {
        if (names.Of(value) is { } person) return person;
        if (Dates.Read(value) is { } day) return Sentence.Day(day);
        if (ChildrensServicesAuthorities.FindByGss(value) is { } area) return area.Name;
        // Codes and field names: REFUGE, DOMESTIC_ABUSE, birth_plan. Short ones, as GP, are written so.
        var words = value.Replace('_', ' ');
        return words.Length > 3 && !words.Any(char.IsLower) ? words.ToLowerInvariant() : words;
    }

    // "a {order}": an interim care order.
    private static bool EndsWithArticle(StringBuilder words) => words.Length > 2 && words[^1] == ' ' && words[^2] == 'a' && words[^3] == ' ';

    private static bool StartsSentence(StringBuilder words)
    {
        for (var i = words.Length - 1; i >= 0; i--)
            if (words[i] is not (' ' or '"')) return words[i] is '.' or '?' or '!';
        return true;
    }

    private static string Capital(string value) => value.Length == 0 ? value : char.ToUpperInvariant(value[0]) + value[1..];
}
