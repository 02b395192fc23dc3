using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using School = InfoSharing.V1.Encompass.Types.School;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-912. The teacher who is told before the bell meets a child who has not slept.</summary>
internal sealed class SchoolWasTold : Rule
{
    private const int MonthsBack = 12;
    private const int Youngest = 4;
    private const int Oldest = 17;
    private static readonly School[] Schools = [School.Old, School.New];

    public override RuleCard Card { get; } = new("IS-912", RuleGroup.Moves, Severity.Warn)
    {
        Message = "Was {child}'s school told? Operation Encompass is statutory (Victims and Prisoners Act 2024; guidance 7 Nov 2025).",
        Remedy = "Yes, no or not known for each school.",
        Source = "S8, L15; Home Office statutory guidance",
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        var missing = new SortedDictionary<string, SortedSet<School>>(StringComparer.Ordinal);
        foreach (var entry in c.Transfer.Chronology)
        {
            if (!entry.DomesticAbuse || !entry.PoliceAttended || !(Days.Parse(entry.On) is { } on && on >= c.Day.AddMonths(-MonthsBack) && on <= c.Day)) continue;
            foreach (var child in c.People.Moving)
                if (entry.Persons.Contains(child.Ref)) Ask(c, found, entry, child, missing);
        }
        foreach (var (child, schools) in missing)
            found.Fire("encompass", ("child", child), ("list", string.Join(',', schools.Select(school => school == School.Old ? "OLD_SCHOOL" : "NEW_SCHOOL"))));
    }

    private static void Ask(Case c, Findings found, ChronologyEntry entry, Person child, SortedDictionary<string, SortedSet<School>> missing)
    {
        if (People.IsUnborn(child)) return;
        var age = c.People.AgeOf(child);
        foreach (var school in Schools)
        {
            if (school == School.New && child.Education != Person.Types.Education.Types.Status.InSchool) continue;
            if (age is < Youngest or > Oldest || IsAnswered(c.Transfer, entry, child.Ref, school)) continue;
            if (age is null)
            {
                found.Undecided($"persons[{child.Ref}].date_of_birth");
                return;
            }
            if (!missing.TryGetValue(child.Ref, out var schools)) missing[child.Ref] = schools = [];
            schools.Add(school);
        }
    }

    // An answer that names no incident is of them all.
    private static bool IsAnswered(Transfer transfer, ChronologyEntry entry, string child, School school)
    {
        foreach (var one in transfer.Encompass)
            if (one.Child == child && one.School == school && one.Notified != default && (one.Incident.IsBlank() || one.Incident == entry.Item?.Id)) return true;
        return false;
    }
}
