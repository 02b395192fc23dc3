using InfoSharing.Kit.Pages;
using InfoSharing.Kit.Reading;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Tests.Unit.Kit;

public class RulePageTests
{
    private static readonly string Folder = Path.Combine(SharedData.RepositoryRoot, "docs", "rules");
    private static readonly IReadOnlyList<Page> Pages = RulePages.Of(RuleSets.Newest, Reasons.Read(Path.Combine(AppContext.BaseDirectory, "InfoSharing.Validator.xml")));

    [Fact]
    public void The_pages_are_what_the_cards_and_examples_make()
    {
        Directory.CreateDirectory(Folder);
        var behind = Pages.Where(page => !File.Exists(Path.Combine(Folder, page.Name)) || File.ReadAllText(Path.Combine(Folder, page.Name)) != page.Words).ToList();
        foreach (var page in behind) File.WriteAllText(Path.Combine(Folder, page.Name), page.Words);
        var left = Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Except(Pages.Select(page => page.Name)).ToList();
        behind.Select(page => page.Name).ShouldBeEmpty("these pages had fallen behind and were written again: look at the difference, then commit it");
        left.ShouldBeEmpty("no rule makes these pages: a retired rule's page goes");
    }

    public static TheoryData<string> Ids => [.. RuleSets.Newest.All.Select(rule => rule.Card.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_what_why_what_it_answers_what_to_do_and_shows_both_examples(string id)
    {
        var card = RuleSets.Newest.Find(id)!.Card;
        var words = Pages.Single(page => page.Name == $"{id}.md").Words;
        foreach (var heading in new[] { "## What it says", "## Why", "## What it answers", "## What to do", "## A bad example", "## A good example" }) words.ShouldContain(heading + "\n");
        words.ShouldContain(card.Message);
        words.ShouldContain(card.Remedy);
        foreach (var text in card.Variants.Values) words.ShouldContain(text);
        words.ShouldContain(id == "IS-406" ? "IS-406: ADVISE at" : $"{id} says nothing.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_names_a_finding_that_it_answers(string id) => RuleWords.FindingsIn(RuleSets.Newest.Find(id)!.Card.Source).ShouldNotBeEmpty();

    [Fact]
    public void Every_finding_that_a_source_names_is_on_the_map()
    {
        var known = InspectionFindings.All.Select(one => one.Id).ToHashSet();
        known.Count.ShouldBe(14 + 27);
        foreach (var rule in RuleSets.Newest.All) RuleWords.FindingsIn(rule.Card.Source).Except(known).ShouldBeEmpty(rule.Card.Id);
    }

    [Fact]
    public void Every_finding_of_the_two_inspections_is_answered_by_a_rule()
    {
        var answered = RuleSets.Newest.All.SelectMany(rule => RuleWords.FindingsIn(rule.Card.Source)).ToHashSet();
        InspectionFindings.All.Select(one => one.Id).Where(id => !answered.Contains(id)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_link_leads_to_a_page()
    {
        var names = Pages.Select(page => page.Name).ToHashSet();
        foreach (var page in Pages)
            foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(page.Words, @"\]\(([\w.-]+\.md)(#\w+)?\)"))
                names.ShouldContain(link.Groups[1].Value, page.Name);
    }

    [Fact]
    public void Every_clock_that_a_rule_reads_is_on_the_settings_page()
    {
        var folder = Path.Combine(SharedData.RepositoryRoot, "services", "Validator", "Rules");
        var names = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), """AreaClock \w+ = new\("(\w+)",""")).Select(match => match.Groups[1].Value).ToList();
        names.ShouldNotBeEmpty();
        foreach (var name in names) Pages.Single(page => page.Name == "settings.md").Words.ShouldContain($"`{name}`");
    }

    [Fact]
    public void A_rule_is_a_small_class_in_a_file_of_its_name_with_a_test_class()
    {
        foreach (var rule in RuleSets.Newest.All)
        {
            var folder = rule.GetType().Namespace!["InfoSharing.Validator.".Length..].Replace('.', '/');
            File.Exists(Path.Combine(SharedData.RepositoryRoot, "services", "Validator", folder, $"{rule.Name}.cs")).ShouldBeTrue(rule.Name);
            File.Exists(Path.Combine(SharedData.RepositoryRoot, "tests", "Unit", folder, $"{rule.Name}Tests.cs")).ShouldBeTrue($"{rule.Name} has no test class");
        }
    }

    [Fact]
    public void The_kit_judges_on_the_day_of_the_samples() => ExampleSet.JudgedOn.ShouldBe(Samples.JudgedOn);

    [Fact]
    public void Each_setting_that_may_be_moved_names_a_rule_in_force()
    {
        foreach (var one in ProductSettings.All) RuleSets.Newest.Find(one.RuleId).ShouldNotBeNull();
    }
}
