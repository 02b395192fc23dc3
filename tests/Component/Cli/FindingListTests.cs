using InfoSharing.Cli.Presentation;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using Severity = InfoSharing.V1.Finding.Types.Severity;

namespace InfoSharing.Tests.Component.Cli;

public sealed class FindingListTests
{
    private static readonly Transfer Family = new()
    {
        Persons =
        {
            new Person { Ref = "P1", Names = { new Person.Types.Name { Given = "Tamsin Rose" } } },
            new Person { Ref = "P2", Names = { new Person.Types.Name { Given = "Jory" } } },
        },
    };

    [Fact]
    public void What_is_said_of_several_children_is_said_once_and_each_is_named() => Shown("{child} has no assessment of their own.", Of("P1"), Of("P2")).ShouldBe("""
        REFUSE    IS-401  child_assessments
                  Tamsin (P1) has no assessment of their own.
                  The same for Jory (P2).
                  To mend: Write it.
                  Answers S4.


        """.ReplaceLineEndings());

    [Fact]
    public void Another_count_is_another_finding() =>
        Shown("{n} reports about {person}.", Of("P1", ("n", "3")), Of("P1", ("n", "4"))).ShouldContain("4 reports about");

    [Theory]
    [InlineData("Due on {date}.", "date", "2026-11-09", "Due on Monday 9 November 2026.")]
    [InlineData("We do not know why {area} decided.", "area", "E08000035", "We do not know why Leeds decided.")]
    [InlineData("Missing: {list}.", "list", "birth_plan,P2,DOMESTIC_ABUSE", "Missing: birth plan, Jory (P2) and domestic abuse.")]
    [InlineData("{other child} too.", "other_child", "P2", "Jory (P2) too.")]
    [InlineData("{child} is heard.", "child", "P9", "P9 is heard.")]
    [InlineData("Say it to {person causing harm}.", "n", "1", "Say it to the person causing harm.")]
    [InlineData("{person causing harm} is seen.", "n", "1", "The person causing harm is seen.")]
    [InlineData("A {new thing} of a later rule set.", "n", "1", "A new thing of a later rule set.")]
    public void A_placeholder_is_filled_where_the_transfer_is_open(string template, string name, string value, string words) =>
        Shown(template, new Finding { RuleId = "IS-401", Severity = Severity.Refuse, Params = { { name, value } } }).ShouldContain(words);

    [Fact]
    public void Three_children_are_a_list() =>
        Shown("The words for {child} and {other child} are the same.", Of("P9", ("other_child", "P1,P2"))).ShouldContain("The words for P9, Tamsin (P1) and Jory (P2) are the same.");

    [Fact]
    public void What_only_the_writer_can_fill_stays_a_blank_in_the_remedy() =>
        Shown("Say why.", "\"Not safe to ask yet; {agency} by {date}\" is enough.", Of("P1")).ShouldContain("To mend: \"Not safe to ask yet; [agency] by [date]\" is enough.");

    private static Finding Of(string child, params (string Name, string Value)[] further)
    {
        var finding = new Finding { RuleId = "IS-401", Severity = Severity.Refuse, Field = "child_assessments", Params = { { "child", child } } };
        foreach (var (name, value) in further) finding.Params.Add(name, value);
        return finding;
    }

    private static string Shown(string template, params Finding[] findings) => Shown(template, "Write it.", findings);

    private static string Shown(string template, string remedy, params Finding[] findings)
    {
        var report = new Report { Findings = { findings }, Texts = { new RuleText { RuleId = "IS-401", Template = template, Remedy = remedy, Source = "S4" } } };
        var names = new Names(Family);
        using var output = new StringWriter();
        new FindingList(new Screen(output, 80, colours: false), new RuleWords(report, new Filling(names, FoundAgain.In(Family))), names).Write(report.Findings);
        return output.ToString();
    }
}
