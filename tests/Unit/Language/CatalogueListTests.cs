using System.Text.RegularExpressions;
using InfoSharing.Validator.Language;

namespace InfoSharing.Tests.Unit.Language;

/// <summary>The list holds the page to the letter: every entry, with its level, its scope, and its alternative. Skipped where the page is not beside the repository.</summary>
public sealed class CatalogueListTests
{
    private static readonly Dictionary<string, LanguageScope> Scopes = new()
    {
        ["any"] = LanguageScope.Any,
        ["U"] = LanguageScope.Under18,
        ["U or E"] = LanguageScope.Under18OrExploited,
        ["VA"] = LanguageScope.VictimAndPersonCausingHarm,
        ["U or VA"] = LanguageScope.Under18OrVictim,
        ["U and VA"] = LanguageScope.Under18AndVictim,
        ["the person so called is under 18"] = LanguageScope.CalledSoUnder18,
    };

    [Fact]
    public void Every_entry_of_the_page_is_here_as_it_stands_there()
    {
        var rows = File.ReadAllLines(SharedData.BesideRepository("rules.md")).Where(line => Regex.IsMatch(line, @"^\| \d+ \|")).Select(line => line.Trim('|', ' ').Split(" | ")).Where(row => row.Length == 6).ToList();
        rows.Count.ShouldBe(46);
        foreach (var row in rows)
        {
            var entry = LanguageList.Find(int.Parse(row[0])).ShouldNotBeNull();
            entry.Level.ShouldBe(row[2].StartsWith('W') ? LanguageLevel.ShiftsResponsibility : LanguageLevel.DatedOrLabels, row[0]);
            entry.OffFor.Count.ShouldBe(row[2].Contains("off for police and probation", StringComparison.Ordinal) ? 2 : 0, row[0]);
            entry.Scope.ShouldBe(Scopes[row[3]], row[0]);
            Plain(row[4]).ShouldContain(Plain(entry.Alternative), Shouldly.Case.Sensitive, row[0]);
        }
    }

    // "(src)" and "(ours)" say where an alternative is from; what is behind them says more.
    private static string Plain(string words) => Regex.Replace(Regex.Replace(words, @"\s*\((src|ours|src, ours|src: [^)]*)\)", ""), @"\bas 33\b", "{person causing harm} returned; what control, fear or pressure was there");
}
