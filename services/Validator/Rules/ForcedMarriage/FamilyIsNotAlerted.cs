using InfoSharing.Validator.Alerts;
using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.ForcedMarriage;

/// <summary>IS-607. In forced marriage a kind word to an uncle can end in removal abroad: who must not be told is said before anything moves.</summary>
internal sealed class FamilyIsNotAlerted : Rule
{
    public override RuleCard Card { get; } = new("IS-607", RuleGroup.Safety, Severity.Refuse)
    {
        Message = "Do not alert the family. Mark who must not be told about {person}.",
        Remedy = "Tick the three groups; take out only those you know to be safe.",
        Source = "L20, L27; practice 2",
        Owed = TransferKinds.Alerts,
        Overridable = false,
        SpeaksOfWhatIsThere = true,
    };

    // On an alert the safe default stands in for an answer, and a person's own is owed still.
    internal override void Judge(Case c, Findings found)
    {
        if (c.Abuse.AnyForcedMarriage && SafeDefaults.MissingGroups(c.Transfer, byPerson: c.IsAlert).Any())
            found.Fire("disclosure_controls.must_not_alert", ("person", Refs.Join(c.Abuse.ForcedMarriagePersons)));
    }
}
