using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Pattern;

/// <summary>IS-306. A victim to whom nothing was offered is a finding about services. Somebody who has died is not asked about.</summary>
internal sealed class VictimWasOfferedSupport : Rule
{
    public override RuleCard Card { get; } = new("IS-306", RuleGroup.Pattern, Severity.Warn)
    {
        Message = "What support has {victim} been offered? If none, say so and why.",
        Remedy = "\"None offered, because …\" is an answer.",
        Source = "S10, L6",
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (!c.Abuse.Domestic) return;
        foreach (var victim in c.People.Victims)
            if (victim.DiedOn.IsBlank() && MissingFor(c.Transfer, victim.Ref) is { } field) found.Fire(field, ("victim", victim.Ref));
    }

    // Null where something was offered, or why nothing was is said; else the first entry that does not say why, or the list.
    private static string? MissingFor(Transfer transfer, string victim)
    {
        string? first = null;
        for (var i = 0; i < transfer.Support.Count; i++)
        {
            var one = transfer.Support[i];
            if (one.For != victim || one.Type == default) continue;
            if (one.Type != Support.Types.Type.NoneOffered || !one.WhyNone.IsBlank()) return null;
            var field = Field.Of("support", one.Item, i) + ".why_none";
            if (first is null || string.CompareOrdinal(field, first) < 0) first = field;
        }
        return first ?? "support";
    }
}
