using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Role = InfoSharing.V1.Person.Types.Role;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Validator.Rules.Agencies.Health;

/// <summary>IS-H04. A health visitor sees who opens the door. What she does not write down, nobody else in the network can know.</summary>
internal sealed class WhoLivesThereIsAnswered : Rule
{
    public override RuleCard Card { get; } = new("IS-H04", RuleGroup.AgencyMinimum, Severity.Warn)
    {
        Message = "Does {person} live in the household that moves? Yes, no and not known are all answers.",
        Remedy = "Answer for each person, or say under \"not held\" that you do not know who lives there.",
        Source = "S4, L21, L25; health minimum, Product",
        MayRise = true,
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var person in c.Transfer.Persons)
        {
            if (person.InMovingHousehold != YesNo.Unspecified || person.Roles.Contains(Role.ContextOnly) || Minimum.IsAnswered(c.Transfer, What.WhoLivesThere, person.Ref)) continue;
            found.Fire($"persons[{person.Ref}].in_moving_household", ("person", person.Ref));
        }
    }
}
