using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using State = InfoSharing.V1.ForcedMarriage.Types.FamilyEvent.Types.State;

namespace InfoSharing.Validator.Rules.ForcedMarriage;

/// <summary>IS-609. Mediation puts the person at risk at a table with those who threaten them. A meeting that was held is the most dangerous fact in the file, and stays in it.</summary>
internal sealed class FamilyMeetingIsTakenOut : Rule
{
    public override RuleCard Card { get; } = new("IS-609", RuleGroup.Safety, Severity.Refuse)
    {
        Message = "A family meeting, mediation or family placement is planned. That is unsafe where forced marriage is suspected; take it out of the plan. "
            + "If one has already been held, leave it in and say who was there and what they now know.",
        Remedy = "Take the plan out; never the fact.",
        Source = "L20, L27; FM practice guidance; practice 5",
        Overridable = false,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (!c.Abuse.AnyForcedMarriage) return;
        var persons = Refs.Join(c.Abuse.ForcedMarriagePersons);
        var events = c.Transfer.ForcedMarriage?.FamilyEvents ?? [];
        for (var i = 0; i < events.Count; i++)
        {
            var one = events[i];
            var field = Field.Of("forced_marriage.family_events", one.Item, i);
            if (one.State is State.Proposed or State.Planned) found.Fire(field + ".state", ("person", persons));
            else if (one.State == State.Held && (one.Present.IsBlank() || one.RiskAfter.IsBlank()))
                found.Fire(Severity.Warn, field + (one.Present.IsBlank() ? ".present" : ".risk_after"), "", false, ("person", persons));
        }
    }
}
