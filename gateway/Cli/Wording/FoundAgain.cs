using System.Globalization;
using InfoSharing.V1;
using InfoSharing.Validator.Language;
using Value = (string Name, string Words);

namespace InfoSharing.Cli.Wording;

/// <summary>
/// Values that no report may hold, found again in the transfer that is open here: the phrase of IS-705 and its alternative, a tool's
/// name, and the days that are of a person or a case.
/// </summary>
internal static class FoundAgain
{
    internal static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    internal static Func<Finding, IReadOnlyDictionary<string, string>> In(Transfer transfer) => finding =>
    {
        var found = new Dictionary<string, string>();
        foreach (var (name, words) in Values(transfer, finding))
            if (words.Length > 0) found[name] = words;
        return found.Count > 0 ? found : Nothing;
    };

    private static Value[] Values(Transfer transfer, Finding finding) => finding.RuleId switch
    {
        "IS-404" => [("tool", transfer.ChildAssessments.FirstOrDefault(one => finding.Field == $"child_assessments[{one.Item?.Id}].tool")?.Tool?.Name ?? "")],
        "IS-408" => [("date", Day(Of(transfer, finding)?.ExpectedOn))],
        "IS-505" => [("date", Eighteen(Of(transfer, finding)?.DateOfBirth))],
        "IS-610" => [("date", Day(transfer.ForcedMarriage?.Interpreters.FirstOrDefault(one => finding.Field == $"forced_marriage.interpreters[{one.Item?.Id}]")?.On))],
        "IS-705" => Phrase(transfer, finding),
        "IS-905" => [("date", Day(transfer.Move?.ReviewOn))],
        "IS-914" => [("date", Day(transfer.Move?.Date))],
        _ => [],
    };

    private static Person? Of(Transfer transfer, Finding finding) =>
        finding.Params.TryGetValue("child", out var child) ? transfer.Persons.FirstOrDefault(person => person.Ref == child) : null;

    private static string Day(string? written) => Dates.Read(written ?? "") is { } day ? Sentence.Day(day) : "";

    private static string Eighteen(string? born) => Dates.Read(born ?? "") is { } day ? Sentence.Day(day.AddYears(18)) : "";

    private static Value[] Phrase(Transfer transfer, Finding finding)
    {
        if (!finding.Params.TryGetValue("entry", out var written) || !int.TryParse(written, CultureInfo.InvariantCulture, out var number)) return [];
        if (LanguageList.FindAgain(transfer, finding.Field, number) is not { } found) return [];
        return [("phrase", found.Text.Text_.Substring(found.Hit.Start, found.Hit.Length)), ("alternative", found.Hit.Entry.Alternative)];
    }
}
