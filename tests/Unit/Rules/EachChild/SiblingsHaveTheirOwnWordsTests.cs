using InfoSharing.V1;
using InfoSharing.Validator.Rules.EachChild;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Rules.EachChild;

public sealed class SiblingsHaveTheirOwnWordsTests
{
    private const string OfAda = "Ada is 12 years old and worries about her mother. She needs help at Oak Lane School.";
    private const string OfBen = "Ben is nine years old and worries about his mother. He needs help at Elm Academy.";
    private static readonly SiblingsHaveTheirOwnWords Rule = new();

    [Fact]
    public void The_name_changed_and_nothing_else_is_warned_of() =>
        Judge(("P2", 12, OfAda), ("P3", 9, OfBen)).Lines().ShouldBe(["Warn child_assessments[A-P2].needs child=P2 other_child=P3"]);

    [Fact]
    public void Three_children_are_one_finding() =>
        Judge(("P2", 17, OfAda), ("P3", 16, OfBen), ("P4", 2, OfAda)).Lines().ShouldBe(["Warn child_assessments[A-P2].needs child=P2 other_child=P3,P4"]);

    [Fact]
    public void Turned_up_it_blocks_every_child_of_the_group_and_no_other()
    {
        var report = Judge(Given.Risen("IS-402"), ("P2", 17, OfAda), ("P3", 16, OfBen), ("P4", 2, "He is two and follows his sister everywhere"));
        report.Lines().ShouldBe(["Refuse child_assessments[A-P2].needs child=P2 other_child=P3"]);
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
        report.ChildrenBlocked.ShouldBe(["P2", "P3"]);
    }

    [Fact]
    public void Turned_up_with_no_child_left_to_go_the_hand_over_is_refused() =>
        Judge(Given.Risen("IS-402"), ("P2", 17, OfAda), ("P3", 16, OfBen)).Handover.ShouldBe(Report.Types.Handover.Refused);

    [Fact]
    public void Twins_of_two_weeks_stay_a_warning_where_it_was_turned_up() =>
        Judge(Given.Risen("IS-402"), ("P7", 0, OfAda), ("P8", 0, OfBen)).Lines().ShouldBe(["Warn child_assessments[A-P7].needs child=P7 other_child=P8"]);

    [Fact]
    public void Older_children_are_blocked_without_the_baby_who_has_the_same_words()
    {
        var report = Judge(Given.Risen("IS-402"), ("P2", 17, OfAda), ("P3", 16, OfBen), ("P4", 0, OfAda));
        report.Lines().ShouldBe(["Refuse child_assessments[A-P2].needs child=P2 other_child=P3", "Warn child_assessments[A-P4].needs child=P4 other_child=P2,P3"]);
        report.ChildrenBlocked.ShouldBe(["P2", "P3"]);
    }

    [Fact]
    public void A_child_and_a_baby_never_rise() =>
        Judge(Given.Risen("IS-402"), ("P2", 17, OfAda), ("P8", 0, OfBen)).Lines().ShouldBe(["Warn child_assessments[A-P2].needs child=P2 other_child=P8"]);

    [Fact]
    public void Same_because_on_one_of_the_two_answers()
    {
        var transfer = Family(("P2", 12, OfAda), ("P3", 9, OfBen));
        transfer.ChildAssessments[1].SameBecause = Given.Written("Both told me, apart, the same week");
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void One_different_word_passes() =>
        Judge(("P2", 12, OfAda), ("P3", 9, OfBen.Replace("mother", "father", StringComparison.Ordinal))).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("Ada is often very tired", "Ben is often very tired", 1)]
    [InlineData("Ada is often tired", "Ben is often tired", 0)]
    public void Five_words_are_enough_and_four_are_not(string one, string other, int findings) =>
        Judge(("P2", 12, one), ("P3", 9, other)).Findings.Count.ShouldBe(findings);

    [Fact]
    public void Needs_of_one_are_not_compared_with_risks_of_another()
    {
        var transfer = Family(("P2", 12, OfAda), ("P3", 9, ""));
        transfer.ChildAssessments[1].Risks = Given.Written(OfBen);
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Same_risks_are_warned_of_and_with_same_needs_once()
    {
        var transfer = Family(("P2", 12, OfAda), ("P3", 9, OfBen));
        foreach (var one in transfer.ChildAssessments) one.Risks = Given.Written("Contact is not safe for this child");
        transfer.JudgedBy(Rule).Findings.ShouldHaveSingleItem();
        foreach (var one in transfer.ChildAssessments) one.Needs = null;
        transfer.JudgedBy(Rule).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_child_who_does_not_move_is_not_compared()
    {
        var transfer = Family(("P2", 12, OfAda), ("P3", 9, OfBen));
        transfer.Persons[1].InMovingHousehold = YesNo.No;
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Two_assessments_of_one_child_are_not_compared()
    {
        var transfer = Family(("P2", 12, OfAda), ("P3", 9, "Something else that is quite different"));
        transfer.ChildAssessments.Add(new ChildAssessment { Item = Given.Id("A9"), Child = "P2", Needs = Given.Written(OfAda) });
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_order_of_the_input_changes_nothing()
    {
        var transfer = Family(("P4", 2, OfAda), ("P3", 16, OfBen), ("P2", 17, OfAda));
        transfer.JudgedBy(Rule).Lines().ShouldBe(["Warn child_assessments[A-P2].needs child=P2 other_child=P3,P4"]);
    }

    private static Report Judge(params (string Ref, int Age, string Needs)[] children) => Family(children).JudgedBy(Rule);

    private static Report Judge(Settings settings, params (string Ref, int Age, string Needs)[] children) => Family(children).JudgedBy(Rule, settings);

    private static Transfer Family(params (string Ref, int Age, string Needs)[] children)
    {
        var transfer = Given.Family();
        foreach (var (id, age, needs) in children)
        {
            var child = Given.Somebody(id, age, Role.Child);
            child.Names.Add(new Person.Types.Name { Given = id is "P3" or "P8" ? "Ben" : "Ada", Family = "Sample" });
            transfer.Persons.Add(child);
            transfer.ChildAssessments.Add(new ChildAssessment { Item = Given.Id($"A-{id}"), Child = id, Needs = Given.Written(needs) });
        }
        return transfer;
    }
}
