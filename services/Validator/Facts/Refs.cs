namespace InfoSharing.Validator.Facts;

/// <summary>Several references as one parameter of a finding: "P2,P3".</summary>
internal static class Refs
{
    /// <summary>In the order of the refs, each once.</summary>
    internal static string Join(IEnumerable<string> refs) => string.Join(',', refs.Distinct().Order(StringComparer.Ordinal));

    /// <summary>Of people.</summary>
    internal static string Join(IEnumerable<Person> people) => Join(people.Select(person => person.Ref));
}
