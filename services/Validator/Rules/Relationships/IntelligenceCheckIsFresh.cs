using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Check = InfoSharing.V1.ContactArrangement.Types.IntelligenceCheck;
using Kind = InfoSharing.V1.ContactArrangement.Types.Kind;

namespace InfoSharing.Validator.Rules.Relationships;

/// <summary>IS-208. A check tells what police held on its day. After the next incident, or some months, it tells nothing of today. Asked only where there is contact.</summary>
internal sealed class IntelligenceCheckIsFresh : Rule
{
    public override RuleCard Card { get; } = new("IS-208", RuleGroup.Relationships, Severity.Warn)
    {
        Message = "The check on {person} is older than the last incident, or over {n} months old. Repeat it.",
        Remedy = "Ask again; leave the old result in.",
        Source = "L2; Product",
        SpeaksOfWhatIsThere = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        var months = (int)c.Threshold("IS-208", "months", 3);
        var all = c.Transfer.ContactArrangements;
        for (var i = 0; i < all.Count; i++)
        {
            var one = all[i];
            if (one.Kind is Kind.Unspecified or Kind.None || one.IntelligenceCheck is not { Done: Check.Types.Done.Yes } check) continue;
            var field = Field.Of("contact_arrangements", one.Item, i) + ".intelligence_check.date";
            if (Days.Parse(check.Date) is not { } on) found.Undecided(field);
            else if (on < c.Day.AddMonths(-months) || IsBeforeAnIncident(c.Transfer, one.Person, on)) found.Fire(field, ("person", one.Person), ("n", $"{months}"));
        }
    }

    private static bool IsBeforeAnIncident(Transfer transfer, string person, DateOnly day)
    {
        foreach (var entry in transfer.Chronology)
            if (entry.Kind == ChronologyEntry.Types.Kind.Incident && Days.Parse(entry.On) > day && entry.Persons.Contains(person)) return true;
        return false;
    }
}
