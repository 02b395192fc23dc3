using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Validator.Facts;

/// <summary>Who is who in a case: the words of rules.md (c), "Words in conditions".</summary>
internal sealed class People
{
    private readonly Dictionary<string, Person> _byRef;
    private readonly Dictionary<string, int?> _ages = [];

    internal People(Transfer transfer, DateOnly day)
    {
        AgesOn = Days.Parse(transfer.Move?.Date ?? "") ?? day;
        _byRef = new(transfer.Persons.Count);
        foreach (var person in transfer.Persons) _byRef.TryAdd(person.Ref, person);
        var onPlan = transfer.Plans.Where(IsOpenPlan).Select(plan => plan.Child).ToHashSet();
        Moving = [.. transfer.Persons.Where(p => IsChild(p) && (p.InMovingHousehold == YesNo.Yes || onPlan.Contains(p.Ref)))];
        CausingHarm = [.. transfer.Persons.Where(CausesHarm)];
        Victims = [.. transfer.Persons.Where(p => p.Roles.Contains(Role.Victim))];
    }

    /// <summary>The day of the move, else the day: ages are of it.</summary>
    internal DateOnly AgesOn { get; }

    /// <summary>Moving children: a CHILD or UNBORN who is in the moving household or has an open CP, CIN or LAC plan.</summary>
    internal List<Person> Moving { get; }

    /// <summary>Everybody who causes harm.</summary>
    internal List<Person> CausingHarm { get; }

    /// <summary>Everybody with role VICTIM.</summary>
    internal List<Person> Victims { get; }

    /// <summary>The person of a ref; null where it names nobody.</summary>
    internal Person? Find(string personRef) => _byRef.GetValueOrDefault(personRef);

    /// <summary>True for a ref of somebody who causes harm.</summary>
    internal bool CausesHarm(string personRef) => Find(personRef) is { } person && CausesHarm(person);

    /// <summary>True for a ref of a moving child.</summary>
    internal bool IsMoving(string personRef)
    {
        foreach (var child in Moving)
            if (child.Ref == personRef) return true;
        return false;
    }

    /// <summary>Age in whole years on the day of the move, else on the day; null without a birth date (undecided), and for the unborn.</summary>
    internal int? AgeOf(Person person)
    {
        if (_ages.TryGetValue(person.Ref, out var known)) return known;
        int? age = Days.Parse(person.DateOfBirth) is { } born && !IsUnborn(person) ? Days.YearsBetween(born, AgesOn) : null;
        return _ages[person.Ref] = age;
    }

    /// <summary>CHILD or UNBORN.</summary>
    internal static bool IsChild(Person person) => person.Roles.Contains(Role.Child) || IsUnborn(person);

    /// <summary>UNBORN: age tests do not ask about them.</summary>
    internal static bool IsUnborn(Person person) => person.Roles.Contains(Role.Unborn);

    /// <summary>Role ALLEGED_PERPETRATOR or YOUNG_PERSON_WHO_HARMS.</summary>
    internal static bool CausesHarm(Person person) =>
        person.Roles.Contains(Role.AllegedPerpetrator) || person.Roles.Contains(Role.YoungPersonWhoHarms);

    /// <summary>A CP, CIN or LAC plan that has not ended.</summary>
    internal static bool IsOpenPlan(Plan plan) =>
        plan.Type is Plan.Types.Type.Cp or Plan.Types.Type.Cin or Plan.Types.Type.Lac && plan.EndedOn.IsBlank();
}
