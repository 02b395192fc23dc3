using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-915. Families who move often leave what is known of them behind, a piece in each area.</summary>
internal sealed class EarlierAreasWereAsked : Rule
{
    public override RuleCard Card { get; } = new("IS-915", RuleGroup.Moves, Severity.Warn)
    {
        Message = "{n} areas in {months} months. Say what each knew, and who you have asked.",
        Remedy = "One line an area; \"asked, no answer\" will do.",
        Source = "L1, L15; Product; practice 6",
    };

    internal override void Judge(Case c, Findings found)
    {
        var silent = SilentAreas(c.Transfer);
        if (silent.Count == 0) return;
        var months = (int)c.Threshold("IS-915", "months", 24);
        var enough = (int)c.Threshold("IS-915", "changes", 2);
        var changes = new AreaChanges(c.Transfer, c.Day.AddMonths(-months));
        foreach (var field in silent)
        {
            if (changes.Count >= enough) found.Fire(field, ("n", $"{changes.Areas}"), ("months", $"{months}"));
            else if (changes.Count + changes.Undated >= enough) found.Undecided(field + ".from");
        }
    }

    // One path for each area, however many stays there are in it: one line an area is asked.
    private static List<string> SilentAreas(Transfer transfer)
    {
        var ours = transfer.From is { } sender ? AreaChanges.KeyOf(sender.AreaGss, sender.Country) : "";
        var first = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var answered = new HashSet<string> { ours };
        for (var i = 0; i < transfer.Moves.Count; i++)
        {
            var one = transfer.Moves[i];
            var area = AreaChanges.KeyOf(one.AreaGss, one.Country);
            var path = Field.Of("moves", one.Item, i);
            if (!one.WhatKnown.IsBlank() || IsAsked(one.Asked)) answered.Add(area);
            else if (!first.TryGetValue(area, out var known) || string.CompareOrdinal(path, known) < 0) first[area] = path;
        }
        return [.. first.Where(area => !answered.Contains(area.Key)).Select(area => area.Value)];
    }

    private static bool IsAsked(EarlierArea.Types.Asked? asked) =>
        asked is not null && (!asked.Of.IsBlank() || !asked.On.IsBlank() || asked.Answer != default);
}
