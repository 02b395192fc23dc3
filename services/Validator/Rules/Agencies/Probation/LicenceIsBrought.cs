using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Kind = InfoSharing.V1.Condition.Types.Kind;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Validator.Rules.Agencies.Probation;

/// <summary>IS-B01. A licence condition not to enter an area is worth something only to an area that has read it.</summary>
internal sealed class LicenceIsBrought : Rule
{
    public override RuleCard Card { get; } = new("IS-B01", RuleGroup.AgencyMinimum, Severity.Warn)
    {
        Message = "Is {person} on licence? Give the conditions and the day they end. \"None\" and \"not known\" are answers.",
        Remedy = "Add the licence to the conditions, or say under \"not held\" that there is none, or that you do not know.",
        Source = "S9, L25; probation minimum, Product",
        MayRise = true,
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var person in c.People.CausingHarm)
        {
            if (Minimum.HasCondition(c.Transfer, Kind.Licence, person.Ref) || Minimum.IsAnswered(c.Transfer, What.Licence, person.Ref)) continue;
            found.Fire("conditions", ("person", person.Ref));
        }
    }
}
