using InfoSharing.Kit.Reading;
using InfoSharing.V1;
using InfoSharing.Validator.Rules;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Tests.Unit.Kit;

/// <summary>The examples on the rules' pages and in the suppliers' kit are true: the bad one fires its rule, the good one does not.</summary>
public class ExampleTests
{
    // What it warns of once is a thing to know of when it is done well, too.
    private static readonly HashSet<string> AdvisesStill = ["IS-406"];

    public static TheoryData<string> Ids => [.. RuleSets.Newest.All.Select(rule => rule.Card.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_fires_on_its_bad_example_and_is_silent_on_its_good_one(string id)
    {
        var example = Examples.Of(id).ShouldNotBeNull($"write gateway/Kit/Examples/{id}.json");
        Fired(example.Bad).ShouldContain(id);
        IsGood(example).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_else_fires_but_what_the_example_names(string id)
    {
        var example = Examples.Of(id).ShouldNotBeNull();
        Fired(example.Bad).Distinct().ShouldBe(example.Also.Append(id), ignoreOrder: true);
        Fired(example.Good).Distinct().Except(example.Also).ShouldBe(AdvisesStill.Contains(id) ? [id] : []);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Both_have_a_shape_that_can_be_judged_and_show_the_part_that_makes_the_difference(string id)
    {
        var example = Examples.Of(id).ShouldNotBeNull();
        ShapeCheck.Of(example.Bad.Transfer).ShouldBeEmpty();
        ShapeCheck.Of(example.Good.Transfer).ShouldBeEmpty();
        example.Good.Excerpt.ShouldNotBeNull($"{example.Good.Show} shows nothing");
        example.Bad.Story.ShouldEndWith(".");
        example.Good.Story.ShouldEndWith(".");
        (example.Bad.Excerpt, example.Bad.Show).ShouldNotBe((example.Good.Excerpt, example.Good.Show));
    }

    [Fact]
    public void Every_example_is_of_a_rule_in_force() => ExampleSet.Ids.ShouldBe(RuleSets.Newest.All.Select(rule => rule.Card.Id), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Ids))]
    public void On_another_day_they_show_the_same(string id)
    {
        var example = Examples.Of(id).ShouldNotBeNull();
        foreach (var days in new[] { 1, 3, 5, 118, 485 })
        {
            var at = example.Bad.Beside.At.AddDays(days);
            Fired(ShiftedDays.To(example.Bad, at)).ShouldContain(id, $"{at:yyyy-MM-dd}");
            IsGood(example with { Good = ShiftedDays.To(example.Good, at) }).ShouldBeTrue($"{at:yyyy-MM-dd}");
        }
    }

    private static bool IsGood(RuleExample example)
    {
        var report = example.Good.Judge(RuleSets.Newest);
        var said = report.Findings.Where(finding => finding.RuleId == example.RuleId).ToList();
        return AdvisesStill.Contains(example.RuleId) ? said.All(finding => finding.Severity == Finding.Types.Severity.Advise) : !Fired(report).Contains(example.RuleId);
    }

    private static string[] Fired(Example example) => Fired(example.Judge(RuleSets.Newest));

    private static string[] Fired(Report report) =>
        [.. report.Findings.Select(finding => finding.RuleId).Concat(report.Owed.Select(owed => owed.RuleId).Where(owed => owed.Length > 0))];
}
