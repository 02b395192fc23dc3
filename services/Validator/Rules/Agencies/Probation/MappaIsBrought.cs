using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Validator.Rules.Agencies.Probation;

/// <summary>IS-B02. The level decides who meets about this person. An area that does not know it will not ask for the meeting.</summary>
internal sealed class MappaIsBrought : Rule
{
    public override RuleCard Card { get; } = new("IS-B02", RuleGroup.AgencyMinimum, Severity.Warn)
    {
        Message = "Is {person} managed under MAPPA? Give category and level. \"None\" and \"not known\" are answers.",
        Remedy = "Add category and level to what is known of this person, or say under \"not held\" that there is none, or that you do not know.",
        Source = "S9, L25; HMPPS mappaDetail; probation minimum, Product",
        MayRise = true,
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var person in c.People.CausingHarm)
        {
            if (Minimum.IsAnswered(c.Transfer, What.Mappa, person.Ref)) continue;
            if (Minimum.Missing(c.Transfer, person.Ref, "mappa", static known => known.Mappa is { Category: > 0, Level: > 0 }) is { } field) found.Fire(field, ("person", person.Ref));
        }
    }
}
