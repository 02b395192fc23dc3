using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Pattern;

/// <summary>IS-304. A pattern that was read before the last report describes somebody as they were.</summary>
internal sealed class PatternAnalysisIsNewerThanReports : Rule
{
    public override RuleCard Card { get; } = new("IS-304", RuleGroup.Pattern, Severity.Warn)
    {
        Message = "There is a new report about {person} since the pattern was looked at.",
        Remedy = "Read it again; add a line and today's date.",
        Source = "S6, L3",
    };

    internal override void Judge(Case c, Findings found)
    {
        var stale = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var person in c.Transfer.PatternAnalyses.SelectMany(one => one.About).Distinct())
        {
            if (c.Reports.NewestAbout(person) is not { } reported || Newest(c.Transfer, person) is not { } newest) continue;
            if (newest.MadeOn is null) found.Undecided(newest.Path + ".made_on");
            else if (newest.MadeOn < reported)
            {
                if (!stale.TryGetValue(newest.Path, out var persons)) stale[newest.Path] = persons = [];
                persons.Add(person);
            }
        }
        foreach (var (path, persons) in stale) found.Fire(path + ".made_on", ("person", Refs.Join(persons)));
    }

    // The newest analysis with text about a person: an older one was overtaken.
    private static (DateOnly? MadeOn, string Path)? Newest(Transfer transfer, string person)
    {
        (DateOnly? MadeOn, string Path)? newest = null;
        for (var i = 0; i < transfer.PatternAnalyses.Count; i++)
        {
            var one = transfer.PatternAnalyses[i];
            if (one.Text.IsBlank() || !one.About.Contains(person)) continue;
            var here = (MadeOn: Days.Parse(one.MadeOn), Path: Field.Of("pattern_analyses", one.Item, i));
            if (newest is not { } known || here.MadeOn > known.MadeOn || (known.MadeOn is null && here.MadeOn is not null)
                || (here.MadeOn == known.MadeOn && string.CompareOrdinal(here.Path, known.Path) < 0)) newest = here;
        }
        return newest;
    }
}
