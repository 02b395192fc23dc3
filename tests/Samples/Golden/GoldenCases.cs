using InfoSharing.V1;
using static InfoSharing.V1.Finding.Types;

namespace InfoSharing.Tests;

/// <summary>The golden cases of rules.md (d). Case 30 is not here: it is decided by the ledger, not by the transfer.</summary>
public static class GoldenCases
{
    /// <summary>The rules of the first build.</summary>
    public static IReadOnlySet<string> FirstRules { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "IS-101", "IS-102", "IS-103", "IS-105", "IS-110",
        "IS-201", "IS-202", "IS-203", "IS-204", "IS-205", "IS-206", "IS-207",
        "IS-301", "IS-302", "IS-305", "IS-401", "IS-402", "IS-501", "IS-607",
        "IS-705", "IS-706", "IS-801", "IS-804", "IS-805", "IS-818", "IS-910", "IS-915",
    };

    /// <summary>Every case, in the order of the page.</summary>
    public static IReadOnlyList<GoldenCase> All { get; } =
    [
        .. new[] { ReasoningCases.All, RelationshipCases.All, ChildCases.All, SafetyCases.All, MoveCases.All }
            .SelectMany(cases => cases)
            .OrderBy(one => int.Parse(one.Id.TrimEnd('a', 'b')))
            .ThenBy(one => one.Id, StringComparer.Ordinal),
    ];

    /// <summary>The case of this id.</summary>
    public static GoldenCase Get(string id) => All.Single(one => one.Id == id);

    internal static Func<Transfer> Clean(Action<Transfer> change) => () => Changed(Samples.Complete(), change);

    internal static Func<Transfer> CleanFm(Action<Transfer> change) => () => Changed(Samples.CompleteFm(), change);

    internal static Expected Refuse(string rule, string field) => new(rule, Severity.Refuse, field);

    internal static Expected Withhold(string rule, string field) => new(rule, Severity.Withhold, field);

    internal static Expected Warn(string rule, string field) => new(rule, Severity.Warn, field);

    internal static Expected Advise(string rule, string field) => new(rule, Severity.Advise, field);

    /// <summary>What the clean FM transfer itself says.</summary>
    internal static IReadOnlyList<Expected> FmAdvice =>
    [
        Advise("IS-611", "forced_marriage.suspected"),
        Advise("IS-612", "persons[P2]"),
    ];

    private static Transfer Changed(Transfer transfer, Action<Transfer> change)
    {
        change(transfer);
        return transfer;
    }
}
