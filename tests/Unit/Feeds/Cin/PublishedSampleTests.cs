using InfoSharing.Feeds;
using InfoSharing.Feeds.Cin;

namespace InfoSharing.Tests.Unit.Feeds.Cin;

public class PublishedSampleTests
{
    [Fact]
    public void The_fake_return_gives_a_draft_for_each_of_332_children_and_warns_of_320_UPNs()
    {
        var results = Census.ReadShared("cin-census/fake_CIN_data.xml");
        var children = results.Children();

        children.Count.ShouldBe(332);
        children.Sum(child => child.Episodes).ShouldBe(402);
        children.ShouldAllBe(child => child.Draft != null);
        children.Sum(child => child.Draft!.Referrals.Count).ShouldBe(402);
        children.SelectMany(child => child.Draft!.Persons[0].Identifiers).Count().ShouldBe(664);
        children.Select(child => child.Draft!.Id).Distinct().Count().ShouldBe(332);
        results.Oddities().Count(oddity => oddity is { Element: "UPN", Weight: OddityWeight.Oddity }).ShouldBe(320);
        results.OfType<CinUnreadable>().ShouldBeEmpty();
    }

    [Fact]
    public void Every_date_of_the_fake_return_stands_in_a_chronology()
    {
        var drafts = Census.ReadShared("cin-census/fake_CIN_data.xml").Children().Select(child => child.Draft!);

        // 402 referrals, 252 closures, 350 conferences, 21 deaths.
        drafts.Sum(draft => draft.Chronology.Count).ShouldBe(402 + 252 + 350 + 21);
    }

    [Theory]
    [InlineData("CIN_header_issues_100.xml", 6, "ReferenceDate", "100")]
    [InlineData("CIN_la_issues_2887Q.xml", 76, "Disability", "2887Q")]
    [InlineData("CIN_Census_2021.xml", 21, "UPN", "1510, 1530")]
    [InlineData("CIN_Census_2021.xml", 22, "FormerUPN", "1560Q")]
    [InlineData("CIN_Census_2021.xml", 23, "ChildIdentifiers", null)]
    [InlineData("CIN_Census_2021.xml", 25, "ExpectedPersonBirthDate", "8525")]
    [InlineData("CIN_Census_2021.xml", 44, "AssessmentActualStartDate", "1103")]
    [InlineData("CIN_Census_2021.xml", 57, "S47ActualStartDate", "2889")]
    [InlineData("CIN_Census_2021.xml", 59, "DateOfInitialCPC", "1104")]
    [InlineData("CIN_Census_2021.xml", 64, "CPPstartDate", "1105")]
    [InlineData("CIN_Census_2021_copy.xml", 6, "ReferenceDate", "100")]
    [InlineData("CIN_Census_2024.xml", 25, "Sex", "4180")]
    [InlineData("CIN_Census_2024.xml", 42, "AssessmentActualStartDate", "8736")]
    [InlineData("CIN_Census_2024.xml", 46, "AssessmentFactors", null)]
    [InlineData("CIN_Census_2024.xml", 75, "LAchildID", "1570")]
    [InlineData("CIN_Census_2024.xml", 75, "LAchildID", "1580")]
    [InlineData("CIN_Census_2024.xml", 95, "FactorsIdentifiedAtAssessment", "8897")]
    [InlineData("CIN_Census_2026.xml", 46, "AssessmentFactors", null)]
    public void A_file_made_to_fail_gives_its_complaint_at_its_line(string file, int line, string element, string? rule)
    {
        var oddities = Census.ReadShared("cin-census/" + file).Oddities();

        oddities.ShouldContain(oddity => oddity.Line == line && oddity.Element == element && oddity.Rule == rule, string.Join('\n', oddities));
    }

    [Fact]
    public void A_factor_that_is_on_no_list_is_left_out_and_shown()
    {
        var results = Census.ReadShared("cin-census/CIN_Census_2024.xml");

        results.Children()[0].Draft!.ChildAssessments[0].Factors.ShouldBe(["1C", "6B"]);
        results.Oddities().ShouldContain(oddity => oddity.ToString() == "AssessmentFactors: is not a valid factor; it is left out, written RB");
    }

    [Fact]
    public void An_assessment_dated_2028_has_no_day_in_its_field_and_keeps_it_in_the_chronology()
    {
        var draft = Census.ReadShared("cin-census/CIN_Census_2024.xml").Children()[0].Draft!;

        draft.ChildAssessments[0].StartedOn.ShouldBe("");
        var entry = draft.Chronology[^1];
        entry.On.ShouldBe("");
        entry.Text.Text_.ShouldBe("Assessment began: the day given, \"2028-04-28\", is in the future, and after the reference date");
    }

    [Fact]
    public void Pre_proceedings_stand_in_the_chronology()
    {
        var texts = Census.ReadShared("cin-census/CIN_Census_2026.xml").Children()[0].Draft!.Chronology.Select(entry => entry.Text.Text_).ToList();

        texts.ShouldContain("Pre-proceedings began; family group decision making was offered; its meeting was held");
        texts.ShouldContain("First pre-proceedings meeting; review meetings: 3");
        texts.ShouldContain(text => text.StartsWith("Pre-proceedings stepped up or down; outcome as coded: A"));
        texts.ShouldContain(text => text.StartsWith("Application to the court"));
    }

    [Theory]
    [InlineData("liia/cin-2022.xml")]
    [InlineData("liia/BAR_cin_2022.xml")]
    public void A_2022_return_of_one_child_has_two_factors(string file) =>
        Census.ReadShared(file).Draft().ChildAssessments.ShouldHaveSingleItem().Factors.ShouldBe(["2A", "2B"]);

    [Theory]
    [InlineData("CIN_Census_2021.xml")]
    [InlineData("CIN_Census_2024.xml")]
    [InlineData("CIN_Census_2026.xml")]
    [InlineData("fake_CIN_data.xml")]
    public void No_oddity_repeats_an_identifier_or_a_date_of_birth_or_death(string file)
    {
        var results = Census.ReadShared("cin-census/" + file);
        var personal = results.Children().SelectMany(child => child.Draft!.Persons).SelectMany(person => person.Identifiers.Select(id => id.Value).Concat([person.DateOfBirth, person.DiedOn])).Where(value => value.Length > 0).ToHashSet();

        foreach (var oddity in results.Oddities())
        {
            personal.ShouldNotContain(oddity.Written ?? "");
            foreach (var word in oddity.Words.Split(' ', ',', '\'')) personal.ShouldNotContain(word);
        }
    }
}
