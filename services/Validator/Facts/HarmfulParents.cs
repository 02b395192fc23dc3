namespace InfoSharing.Validator.Facts;

/// <summary>The moving children of a relationship with abuse KNOWN, each with whoever abused in it (IS-206, IS-207).</summary>
internal sealed class HarmfulParents
{
    private readonly HashSet<string> _persons = [];

    internal HarmfulParents(Transfer transfer, People people)
    {
        var pairs = new List<(string, IReadOnlyList<string>)>();
        foreach (var relationship in transfer.Relationships)
        {
            if (relationship.Abuse != Relationship.Types.Abuse.Known) continue;
            var abusers = AbusersOf(relationship, people);
            if (abusers.Length == 0) continue;
            foreach (var child in relationship.Children)
            {
                if (!people.IsMoving(child)) continue;
                var others = Array.IndexOf(abusers, child) < 0 ? abusers : Array.FindAll(abusers, abuser => abuser != child);
                if (others.Length == 0) continue;
                pairs.Add((child, others));
                foreach (var other in others) _persons.Add(other);
            }
        }
        OfChildren = pairs;
    }

    /// <summary>Each child with the abuser; with both of the two where it is not known which.</summary>
    internal IReadOnlyList<(string Child, IReadOnlyList<string> Persons)> OfChildren { get; }

    /// <summary>True for a ref of such a person.</summary>
    internal bool Contains(string personRef) => _persons.Contains(personRef);

    // Abuser blank: either of the two but the victim. Where both are victims it may have been either.
    // There is no contact to arrange with somebody who has died.
    private static string[] AbusersOf(Relationship relationship, People people)
    {
        if (!relationship.Abuser.IsBlank()) return IsAlive(people, relationship.Abuser) ? [relationship.Abuser] : [];
        string[] both = relationship.A == relationship.B ? [relationship.A] : [relationship.A, relationship.B];
        var notVictims = Array.FindAll(both, one => people.Find(one)?.Roles.Contains(Person.Types.Role.Victim) != true);
        var named = Array.FindAll(notVictims.Length > 0 ? notVictims : both, one => !one.IsBlank() && IsAlive(people, one));
        Array.Sort(named, StringComparer.Ordinal);
        return named;
    }

    private static bool IsAlive(People people, string person) => people.Find(person) is not { DiedOn.Length: > 0 };
}
