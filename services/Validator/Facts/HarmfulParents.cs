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
            foreach (var child in relationship.Children)
            {
                if (!people.IsMoving(child)) continue;
                var others = abusers.Where(abuser => abuser != child).Order(StringComparer.Ordinal).ToList();
                if (others.Count == 0) continue;
                pairs.Add((child, others));
                _persons.UnionWith(others);
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
    private static IEnumerable<string> AbusersOf(Relationship relationship, People people)
    {
        string[] named = relationship.Abuser.IsBlank() ? [relationship.A, relationship.B] : [relationship.Abuser];
        if (named.Length == 2)
        {
            var notVictims = Array.FindAll(named, one => !people.Victims.Any(victim => victim.Ref == one));
            if (notVictims.Length > 0) named = notVictims;
        }
        return named.Where(one => !one.IsBlank() && people.Find(one) is not { DiedOn.Length: > 0 }).Distinct();
    }
}
