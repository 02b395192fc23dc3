using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Cli.Presentation;

/// <summary>
/// The report for a reader: (1) in a crisis, the telephone; (2) what can be done; (3) the findings, worst first; (4) what is
/// left out; (5) what could not be decided or told; (6) what is owed, by when; (7) thanks.
/// </summary>
internal sealed class ReportPage(Screen screen, Transfer transfer, Report report, IReadOnlyList<ShapeFault> partiesMissing)
{
    private readonly Names _names = new(transfer);

    internal void Write()
    {
        var words = new RuleWords(report, new Filling(_names, FoundAgain.In(transfer)));
        CrisisWords.Write(screen, transfer);
        Headline();
        PartiesMissing();
        new FindingList(screen, words, _names).Write(report.Findings);
        new OverrideList(screen).Write(report.OverridesNotTaken);
        new WithheldList(screen).Write(report.Withheld);
        Undecided();
        new OwedList(screen, words, _names).Write(report.Owed, report.Findings);
        Thanks();
    }

    private void Headline()
    {
        foreach (var line in new Headline(transfer, report, _names, partiesMissing.Count).Lines()) screen.Words(line);
        screen.Words($"Judged as on {(Dates.Read(report.Day) is { } day ? Sentence.Day(day) : report.Day)}, by the rules of {report.RuleSet}.");
        screen.Blank();
    }

    // A draft from another system's file has a sender and no recipient yet. No rule says so, for no rule judges who is asked.
    private void PartiesMissing()
    {
        foreach (var party in partiesMissing)
        {
            screen.Heading("TO FILL   ", Colour.Red, party.Field);
            screen.Words(party.Words, 10);
            screen.Blank();
        }
    }

    private void Undecided()
    {
        if (report.Undecided.Count > 0)
        {
            screen.Heading("Undecided", Colour.Bold, "");
            screen.Words("A date or an answer is missing. It blocks nothing, and is not counted as good.", 2);
            foreach (var rule in report.Undecided.GroupBy(one => one.RuleId)) screen.Words($"{rule.Key}  {string.Join(", ", rule.Select(one => one.Field))}", 2);
            screen.Blank();
        }
        if (report.CannotTell.Count == 0) return;
        screen.Heading("Cannot tell here", Colour.Bold, "");
        screen.Words("Whether these hold needs the ledger, the directory or a clock.", 2);
        foreach (var id in report.CannotTell.Select(one => one.RuleId).Distinct(StringComparer.Ordinal)) screen.Words(RuleNames.Of(id) is { } name ? $"{id}: {name}" : id, 2);
        screen.Blank();
    }

    private void Thanks()
    {
        if (report.Good.Count > 0) screen.Words($"Thank you: {string.Join("; ", report.Good.Select(GoodThings.WordsOf))}.");
    }
}
