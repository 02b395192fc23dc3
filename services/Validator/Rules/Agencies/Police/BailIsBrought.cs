using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Kind = InfoSharing.V1.Condition.Types.Kind;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Validator.Rules.Agencies.Police;

/// <summary>IS-P02. Bail conditions end quietly. The new area must know from which day nothing keeps him away.</summary>
internal sealed class BailIsBrought : Rule
{
    public override RuleCard Card { get; } = new("IS-P02", RuleGroup.AgencyMinimum, Severity.Warn)
    {
        Message = "Is {person} on bail? Give the conditions and the day they end. \"None\" and \"not known\" are answers.",
        Remedy = "Add the bail to the conditions, or say under \"not held\" that there is none, or that you do not know.",
        Source = "S9, L25; police minimum, Product",
        MayRise = true,
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var person in c.People.CausingHarm)
        {
            if (Minimum.HasCondition(c.Transfer, Kind.Bail, person.Ref) || Minimum.IsAnswered(c.Transfer, What.Bail, person.Ref)) continue;
            found.Fire("conditions", ("person", person.Ref));
        }
    }
}
