using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Kind = InfoSharing.V1.Condition.Types.Kind;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Validator.Rules.Agencies.Police;

/// <summary>IS-P01. Only police see every order at once. One that the new area's officers cannot see protects nobody at the door.</summary>
internal sealed class OrdersAreBrought : Rule
{
    public override RuleCard Card { get; } = new("IS-P01", RuleGroup.AgencyMinimum, Severity.Warn)
    {
        Message = "Which protective orders bind {person}? Give each with its terms and end date. \"None\" and \"not known\" are answers.",
        Remedy = "Add the orders to the conditions, or say under \"not held\" that there are none, or that you do not know.",
        Source = "S9, L25; police minimum, Product",
        MayRise = true,
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var person in c.People.CausingHarm)
        {
            if (Minimum.HasCondition(c.Transfer, Kind.ProtectiveOrder, person.Ref) || Minimum.IsAnswered(c.Transfer, What.Orders, person.Ref)) continue;
            found.Fire("conditions", ("person", person.Ref));
        }
    }
}
