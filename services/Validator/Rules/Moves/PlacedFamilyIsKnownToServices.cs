using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Kind = InfoSharing.V1.Accommodation.Types.Kind;
using Service = InfoSharing.V1.Accommodation.Types.Notified.Types.Service;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-917. A family that the council, a refuge or a hotel placed is known to whoever pays the room, and often to nobody else.</summary>
internal sealed class PlacedFamilyIsKnownToServices : Rule
{
    public override RuleCard Card { get; } = new("IS-917", RuleGroup.Moves, Severity.Warn)
    {
        Message = "Who placed them, until when, who pays? Has {child}'s school, GP and health visitor been told, with {person}'s agreement or a reason to go without?",
        Remedy = "Fill what is known; \"not known\" is an answer to whether they were told.",
        Source = "L15; Housing Act 1996 s213AA (CWS Act 2026 s11) [V; commencement to check]; practice 22",
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Transfer.Accommodation is not { Kind: Kind.TemporaryHousing or Kind.Hotel or Kind.Refuge or Kind.DaSafeAccommodation or Kind.Nrpf } place) return;
        (string Field, bool IsBlank)[] all = [("placed_by", place.PlacedBy.IsBlank()), ("until", place.Until.IsBlank()), ("pays", place.Pays.IsBlank())];
        var missing = string.Join(',', all.Where(one => one.IsBlank).Select(one => one.Field));
        if (missing.Length > 0) found.FireWith("accommodation", ("child", Refs.Join(c.People.Moving)), ("list", missing), ("person", ParentsOf(c, null)));
        foreach (var child in c.People.Moving)
            if (!People.IsUnborn(child)) AskAbout(c, found, place, child);
    }

    private static void AskAbout(Case c, Findings found, Accommodation place, Person child)
    {
        var missing = new List<string>(3);
        if (!IsAnswered(place, child.Ref, Service.Gp)) missing.Add("GP");
        if (c.People.AgeOf(child) is { } age)
        {
            if (age < 5 && !IsAnswered(place, child.Ref, Service.HealthVisitor)) missing.Add("HEALTH_VISITOR");
            if (age is >= 5 and <= 16 && !IsAnswered(place, child.Ref, Service.School)) missing.Add("SCHOOL");
        }
        else if (missing.Count == 0 && !(IsAnswered(place, child.Ref, Service.HealthVisitor) && IsAnswered(place, child.Ref, Service.School)))
            found.Undecided($"persons[{child.Ref}].date_of_birth");
        if (missing.Count > 0) found.FireWith("accommodation.notified", ("child", child.Ref), ("list", string.Join(',', missing)), ("person", ParentsOf(c, child.Ref)));
    }

    // Told, or not, with a parent's agreement or a reason to go without. "Not known" needs neither.
    private static bool IsAnswered(Accommodation place, string child, Service service)
    {
        foreach (var one in place.Notified)
        {
            if (one.Child != child || one.Whom != service || one.Done == default) continue;
            if (one.Done == YesNo.NotKnown || !one.AgreedBy.IsBlank() || !one.OrWhyWithout.IsBlank()) return true;
        }
        return false;
    }

    private static string ParentsOf(Case c, string? child) => Refs.Join(c.Transfer.Persons.Where(person =>
        person.InMovingHousehold == YesNo.Yes && person.ParentalResponsibilityFor.Any(one => child is null ? c.People.IsMoving(one) : one == child)));
}
