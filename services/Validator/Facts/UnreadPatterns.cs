namespace InfoSharing.Validator.Facts;

/// <summary>
/// People with reports in the last 12 months that no pattern analysis reads together (IS-302, IS-303): those who cause harm
/// first, as it is their pattern, then victims, then moving children. Whose reports are all about somebody earlier, adds nothing.
/// </summary>
internal sealed class UnreadPatterns
{
    // One report is no pattern, whatever a setting says.
    private const int Fewest = 2;

    internal UnreadPatterns(Transfer transfer, People people, Reports reports)
    {
        HashSet<string> analysed = [.. transfer.PatternAnalyses.Where(one => !one.Text.IsBlank()).SelectMany(one => one.About)];
        var unread = new List<(string Person, int Reports)>();
        foreach (var person in InOrder(people))
        {
            var count = reports.About(person).Count;
            if (count < Fewest || analysed.Any(other => reports.AreAllAbout(person, other)) || unread.Exists(earlier => reports.AreAllAbout(person, earlier.Person))) continue;
            unread.Add((person, count));
        }
        People = unread;
    }

    /// <summary>Each person, with how many reports.</summary>
    internal IReadOnlyList<(string Person, int Reports)> People { get; }

    private static IEnumerable<string> InOrder(People people) =>
        Refs(people.CausingHarm).Concat(Refs(people.Victims)).Concat(Refs(people.Moving)).Distinct();

    private static IEnumerable<string> Refs(IReadOnlyList<Person> group) => group.Select(person => person.Ref).Order(StringComparer.Ordinal);
}
