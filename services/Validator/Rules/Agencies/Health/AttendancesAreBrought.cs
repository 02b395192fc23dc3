using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Validator.Rules.Agencies.Health;

/// <summary>IS-H02. Injuries and missed appointments are a pattern only when they lie side by side, and they lie in records that no other agency can open.</summary>
internal sealed class AttendancesAreBrought : Rule
{
    public override RuleCard Card { get; } = new("IS-H02", RuleGroup.AgencyMinimum, Severity.Warn)
    {
        Message = "Which attendances of {person} matter here: emergency department, GP, missed appointments? \"None\" and \"not known\" are answers.",
        Remedy = "Add them to the chronology as health entries, or say under \"not held\" that there are none, or that you do not know.",
        Source = "S6, L3, L25; health minimum, Product",
        MayRise = true,
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        var attended = c.Transfer.Chronology.Where(entry => entry.Kind == ChronologyEntry.Types.Kind.Health).SelectMany(entry => entry.Persons).ToHashSet();
        foreach (var child in c.People.Moving)
            if (!People.IsUnborn(child) && IsMissing(c, attended, child)) found.Fire("chronology", ("child", child.Ref), ("person", child.Ref));
        foreach (var victim in c.People.Victims)
            if (!c.People.IsMoving(victim.Ref) && IsMissing(c, attended, victim)) found.Fire("chronology", ("person", victim.Ref));
    }

    private static bool IsMissing(Case c, HashSet<string> attended, Person person) =>
        !attended.Contains(person.Ref) && !Minimum.IsAnswered(c.Transfer, What.Attendances, person.Ref);
}
