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
        foreach (var group in new[] { people.CausingHarm, people.Victims, people.Moving })
        {
            foreach (var person in InOrder(group))
            {
                var count = reports.About(person.Ref).Count;
                if (count >= Fewest && !IsRead(person.Ref, analysed, unread, reports)) unread.Add((person.Ref, count));
            }
        }
        People = unread;
    }

    /// <summary>Each person, with how many reports.</summary>
    internal IReadOnlyList<(string Person, int Reports)> People { get; }

    // Somebody in two groups is read with the first: all their reports are about them.
    private static bool IsRead(string person, HashSet<string> analysed, List<(string Person, int Reports)> unread, Reports reports)
    {
        foreach (var other in analysed)
            if (reports.AreAllAbout(person, other)) return true;
        foreach (var (earlier, _) in unread)
            if (reports.AreAllAbout(person, earlier)) return true;
        return false;
    }

    private static List<Person> InOrder(List<Person> group)
    {
        if (group.Count < 2) return group;
        List<Person> ordered = [.. group];
        ordered.Sort(static (one, other) => string.CompareOrdinal(one.Ref, other.Ref));
        return ordered;
    }
}
