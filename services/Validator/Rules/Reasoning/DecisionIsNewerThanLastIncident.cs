using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Kind = InfoSharing.V1.ChronologyEntry.Types.Kind;

namespace InfoSharing.Validator.Rules.Reasoning;

/// <summary>IS-108. A decision may be right and still be of last month. Only the newest counts: an older one was right in its own time.</summary>
internal sealed class DecisionIsNewerThanLastIncident : Rule
{
    public override RuleCard Card { get; } = new("IS-108", RuleGroup.Reasoning, Severity.Warn)
    {
        Message = "Something happened to {child} after this decision. Is it still right?",
        Remedy = "Confirm the decision with a new date, or make a new one.",
        Source = "S6, L3, L15, L25",
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var child in c.People.Moving)
        {
            if (NewestHarm(c.Transfer, child.Ref) is not { } happened || !IsDecidedAbout(c.Transfer, child.Ref, out var newest, out var path)) continue;
            if (newest is null) found.Undecided($"{path}.made_at");
            else if (happened > newest) found.Fire($"{path}.made_at", ("child", child.Ref));
        }
    }

    // The newest decision about a child; null where none has a date. Of several the first in the order of paths.
    private static bool IsDecidedAbout(Transfer transfer, string child, out DateOnly? newest, out string path)
    {
        (newest, path) = (null, "");
        for (var i = 0; i < transfer.Decisions.Count; i++)
        {
            var decision = transfer.Decisions[i];
            if (!decision.Children.Contains(child)) continue;
            DateOnly? made = decision.MadeAt is { } at ? London.DayOf(at.ToDateTimeOffset()) : null;
            var here = Field.Of("decisions", decision.Item, i);
            if (path.Length > 0 && !(made > newest) && !(made is not null && newest is null) && !(made == newest && string.CompareOrdinal(here, path) < 0)) continue;
            (newest, path) = (made, here);
        }
        return path.Length > 0;
    }

    private static DateOnly? NewestHarm(Transfer transfer, string child)
    {
        DateOnly? newest = null;
        foreach (var entry in transfer.Chronology)
            if (entry.Kind is Kind.Incident or Kind.Referral && entry.Persons.Contains(child)) newest = Later(newest, Days.Parse(entry.On));
        foreach (var referral in transfer.Referrals)
            if (referral.About.Contains(child) || referral.Children.Contains(child)) newest = Later(newest, Days.Parse(referral.On));
        return newest;
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other ?? one : one;
}
