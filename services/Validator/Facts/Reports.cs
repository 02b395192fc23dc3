using Kind = InfoSharing.V1.ChronologyEntry.Types.Kind;

namespace InfoSharing.Validator.Facts;

/// <summary>
/// Reports in the 12 months to the day, by the person whom they name and over all addresses and areas: counted by household,
/// somebody who causes harm in a third home would start again at none.
/// </summary>
internal sealed class Reports
{
    private const int Months = 12;

    private readonly Dictionary<string, List<ReportOfHarm>> _about = [];
    private readonly Dictionary<(DateOnly On, bool Incident, string People), ReportOfHarm> _known = [];
    private readonly DateOnly _from;
    private readonly DateOnly _to;

    internal Reports(Transfer transfer, DateOnly day)
    {
        (_from, _to) = (day.AddMonths(-Months), day);
        for (var i = 0; i < transfer.Referrals.Count; i++)
        {
            var referral = transfer.Referrals[i];
            Add(referral.On, false, [.. referral.About, .. referral.Children], referral.Home, "referrals", referral.Item, i);
        }
        for (var i = 0; i < transfer.Chronology.Count; i++)
        {
            var entry = transfer.Chronology[i];
            if (entry.Kind == Kind.Referral || (entry.Kind == Kind.Incident && entry.DomesticAbuse))
                Add(entry.On, entry.Kind == Kind.Incident, entry.Persons, entry.Home, "chronology", entry.Item, i);
        }
        foreach (var report in _known.Values)
        {
            foreach (var person in report.People)
            {
                if (!_about.TryGetValue(person, out var reports)) _about[person] = reports = [];
                reports.Add(report);
            }
        }
    }

    /// <summary>The dates that are missing, as paths: such a report counts for nobody.</summary>
    internal List<string> Undated { get; } = [];

    /// <summary>The reports that name a person, in no order.</summary>
    internal IReadOnlyList<ReportOfHarm> About(string personRef) => _about.GetValueOrDefault(personRef) ?? [];

    /// <summary>The day of the newest report that names a person; null where there is none.</summary>
    internal DateOnly? NewestAbout(string personRef)
    {
        DateOnly? newest = null;
        foreach (var report in About(personRef))
            if (newest is null || report.On > newest) newest = report.On;
        return newest;
    }

    /// <summary>True where every report that names one person names the other too.</summary>
    internal bool AreAllAbout(string personRef, string otherRef)
    {
        foreach (var report in About(personRef))
            if (!report.People.Contains(otherRef)) return false;
        return true;
    }

    /// <summary>In how many homes a person was reported; null unless each report says in which.</summary>
    internal int? HomesOf(string personRef)
    {
        var homes = new HashSet<string>();
        foreach (var report in About(personRef))
        {
            if (report.Home.IsBlank()) return null;
            homes.Add(report.Home);
        }
        return homes.Count;
    }

    private void Add(string on, bool incident, IEnumerable<string> people, string home, string section, Item? item, int index)
    {
        var day = Days.Parse(on);
        if (day < _from || day > _to) return;
        var named = Named(people);
        if (named.Count == 0) return;
        if (day is not { } reported)
        {
            Undated.Add(Field.Of(section, item, index) + ".on");
            return;
        }
        var key = (reported, incident, named.Count == 1 ? named[0] : string.Join(',', named));
        // The one that says where it was, wins; of two that say so, the first in order.
        if (!_known.TryGetValue(key, out var known) || IsBetter(home, known.Home)) _known[key] = new(reported, named, home);
    }

    private static List<string> Named(IEnumerable<string> people)
    {
        var named = new List<string>(people is ICollection<string> counted ? counted.Count : 4);
        foreach (var person in people)
            if (!person.IsBlank() && !named.Contains(person)) named.Add(person);
        named.Sort(StringComparer.Ordinal);
        return named;
    }

    private static bool IsBetter(string home, string known) =>
        !home.IsBlank() && (known.IsBlank() || string.CompareOrdinal(home, known) < 0);
}
