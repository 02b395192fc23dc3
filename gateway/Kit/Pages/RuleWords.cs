using System.Text.RegularExpressions;
using InfoSharing.Validator.Judging;
using Severity = InfoSharing.V1.Finding.Types.Severity;

namespace InfoSharing.Kit.Pages;

/// <summary>A rule's card in words.</summary>
internal static partial class RuleWords
{
    /// <summary>"Decision has reasoning".</summary>
    internal static string NameOf(Rule rule)
    {
        var words = Capital().Replace(rule.Name, match => " " + match.Value.ToLowerInvariant()).Trim();
        // Names of their own: MAPPA, MARAC, DASH.
        foreach (var name in new[] { "mappa", "marac", "dash" }) words = Regex.Replace(words, $@"\b{name}\b", name.ToUpperInvariant(), RegexOptions.None, TimeSpan.FromSeconds(1));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>"person causing harm".</summary>
    internal static string GroupOf(RuleGroup group) => group == RuleGroup.AgencyMinimum ? "what each agency brings" : Capital().Replace(group.ToString(), match => " " + match.Value.ToLowerInvariant()).Trim();

    /// <summary>What a severity does.</summary>
    internal static string Meaning(Severity severity) => severity switch
    {
        Severity.Refuse => "REFUSE: blocks a hand-over, or one child's, until it is mended or overridden. Never an alert",
        Severity.Withhold => "WITHHOLD: one item is left out; the message goes",
        Severity.Escalate => "ESCALATE: a clock has run out, and a named role is told",
        Severity.Warn => "WARN: asks for one acknowledgement; blocks nothing",
        _ => "ADVISE: shown once; asks nothing",
    };

    /// <summary>The kinds of transfer.</summary>
    internal static string KindsOf(TransferKinds kinds) => kinds switch
    {
        TransferKinds.None => "none",
        TransferKinds.All => "hand-overs and alerts",
        TransferKinds.HandOvers => "hand-overs",
        TransferKinds.Alerts => "alerts",
        _ => string.Join(", ", Enum.GetValues<TransferKinds>().Where(one => int.PopCount((int)one) == 1 && kinds.HasFlag(one)).Select(Kind)),
    };

    /// <summary>The findings of the inspections that a source names: S4, L15.</summary>
    internal static IEnumerable<string> FindingsIn(string source) => Finding().Matches(source).Select(match => match.Value).Distinct();

    private static string Kind(TransferKinds kind) => kind switch
    {
        TransferKinds.FullTransfer => "FULL_TRANSFER",
        TransferKinds.CpTransferIn => "CP_TRANSFER_IN",
        TransferKinds.MaracToMarac => "MARAC_TO_MARAC",
        TransferKinds.ProbationTransfer => "PROBATION_TRANSFER",
        _ => "alerts",
    };

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Capital();

    [GeneratedRegex(@"\b[SL]\d{1,2}\b", RegexOptions.None, 1000)]
    private static partial Regex Finding();
}
