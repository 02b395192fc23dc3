using InfoSharing.Validator.Contract;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Language;

namespace InfoSharing.Validator.Rules.PersonCausingHarm;

/// <summary>IS-705. Words decide who is asked to change. A tool that is wrong ten times a page is clicked through, so each wording has its scope.</summary>
internal sealed class WordsDoNotBlame : Rule
{
    public override RuleCard Card { get; } = new("IS-705", RuleGroup.PersonCausingHarm, Severity.Warn)
    {
        Message = "\"{phrase}\" can place responsibility on {victim}. Try: {alternative}. If these are someone's words, put them in quotation marks and say whose.",
        Variants = new Dictionary<string, string> { ["dated"] = "\"{phrase}\" is dated or labels a person. Try: {alternative}." },
        Remedy = "Change it, quote it, or keep it with one click.",
        Source = "S10; list (e); practice 19",
        Applies = TransferKinds.All,
    };

    internal override void Judge(Case c, Findings found)
    {
        Names? names = null;
        Dictionary<LanguageEntry, (string Field, Subjects Subjects)> first = [];
        SortedSet<string> undecided = [];
        foreach (var place in c.Texts)
        {
            names ??= new(c.Transfer);
            var search = new TextSearch(LanguageList.Index, place.Text, c.WordsOf(place.Text), names);
            Subjects? subjects = null;
            while (search.Next() is { } hit)
            {
                if (IsOff(c, hit.Entry)) continue;
                subjects ??= new(c, place.Item);
                if (subjects.AreIn(hit.Entry.Scope)) Keep(first, hit.Entry, Texts.PlaceOf(c.Transfer, place.Text), subjects);
                else if (subjects.Undecided.Length > 0) undecided.Add(subjects.Undecided);
            }
        }
        foreach (var (entry, (field, subjects)) in first) Fire(found, entry, field, subjects);
        foreach (var person in undecided) found.Undecided($"persons[{person}].date_of_birth");
    }

    // Once a document, at its first place in the order of paths.
    private static void Keep(Dictionary<LanguageEntry, (string Field, Subjects Subjects)> first, LanguageEntry entry, Place place, Subjects subjects)
    {
        var field = place.ToString();
        if (!first.TryGetValue(entry, out var earlier) || string.CompareOrdinal(field, earlier.Field) < 0) first[entry] = (field, subjects);
    }

    private static void Fire(Findings found, LanguageEntry entry, string field, Subjects subjects)
    {
        if (entry.Level == LanguageLevel.DatedOrLabels)
        {
            found.Fire(Severity.Advise, field, "dated", false, ("entry", $"{entry.Number}"));
            return;
        }
        var victims = string.Join(',', subjects.Victims());
        if (victims.Length > 0) found.Fire(Severity.Warn, field, "", false, ("entry", $"{entry.Number}"), ("victim", victims));
        else found.Fire(Severity.Warn, field, "", false, ("entry", $"{entry.Number}"));
    }

    private static bool IsOff(Case c, LanguageEntry entry)
    {
        var kind = c.Transfer.From?.AgencyKind ?? default;
        return entry.OffFor.Contains(kind)
            || c.Context.Settings.Off.Any(off => off.ListEntry == entry.Number && off.AgencyKind == kind);
    }
}
