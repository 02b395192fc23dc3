using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules.Agencies;

namespace InfoSharing.Validator.Rules;

/// <summary>Every rule set that was ever in force. A transfer is judged by the one of its day.</summary>
public static class RuleSets
{
    private static readonly RuleSet[] InOrder = [FirstRelease()];

    /// <summary>The newest rule set.</summary>
    public static RuleSet Newest => InOrder[^1];

    /// <summary>The rule set in force on a day; the first one for the days before it.</summary>
    public static RuleSet On(DateOnly day) => InForce(InOrder, day);

    /// <summary>Judges a transfer by the rule set of its day: London's day of its first Send, whenever it is judged again.</summary>
    public static Report Judge(Transfer transfer, JudgingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return On(context.Day).Judge(transfer, context);
    }

    /// <summary>Of several in the order of their days, the one in force on a day; the first one for the days before it.</summary>
    internal static RuleSet InForce(IReadOnlyList<RuleSet> inOrder, DateOnly day) => inOrder.LastOrDefault(set => set.InForceFrom <= day) ?? inOrder[0];

    // Grouped as the catalogue is; the order of ids.
    private static RuleSet FirstRelease() => new("2026.1", new DateOnly(2026, 1, 1),
    [
        .. Reasoning.ReasoningRules.All,
        .. Relationships.RelationshipsRules.All,
        .. Pattern.PatternRules.All,
        .. EachChild.EachChildRules.All,
        .. YoungPeople.YoungPeopleRules.All,
        .. ForcedMarriage.ForcedMarriageRules.All,
        .. PersonCausingHarm.PersonCausingHarmRules.All,
        .. Sharing.SharingRules.All,
        .. Moves.MovesRules.All,
    ])
    {
        Minimums = AgencyRules.Kinds.ToDictionary(kind => kind, AgencyRules.For),
    };
}
