using Kind = InfoSharing.V1.Relationship.Types.Kind;

namespace InfoSharing.Validator.Facts;

/// <summary>Moving children who share a parent, put together: of one mother or one father, or of somebody with parental responsibility for both.</summary>
internal static class Siblings
{
    /// <summary>Each group of two or more, and the groups, in the order of the refs.</summary>
    internal static IEnumerable<IReadOnlyList<Person>> GroupsOf(Transfer transfer, People people)
    {
        var children = people.Moving.OrderBy(static child => child.Ref, StringComparer.Ordinal).ToList();
        var leaders = children.Select(static child => child.Ref).Distinct().ToDictionary(static child => child);
        var firstOf = new Dictionary<string, string>();
        foreach (var parent in transfer.Persons)
            foreach (var child in parent.ParentalResponsibilityFor) Join(parent.Ref, child);
        foreach (var one in transfer.Relationships)
        {
            if (one.Kind is Kind.Parent or Kind.ParentOfUnbornChild) Join(one.B, one.A);
            else if (one.Kind is Kind.Child or Kind.UnbornChild) Join(one.A, one.B);
        }
        return children.GroupBy(child => Leader(child.Ref)).Where(static group => group.Count() > 1).Select(static group => group.ToList());

        void Join(string parent, string child)
        {
            if (parent.IsBlank() || !leaders.ContainsKey(child) || firstOf.TryAdd(parent, child)) return;
            var (one, other) = (Leader(firstOf[parent]), Leader(child));
            if (one != other) leaders[one] = other;
        }

        string Leader(string child)
        {
            while (leaders[child] != child) child = leaders[child];
            return child;
        }
    }
}
