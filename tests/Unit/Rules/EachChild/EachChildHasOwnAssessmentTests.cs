using InfoSharing.V1;
using InfoSharing.Validator.Rules.EachChild;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Rules.EachChild;

public sealed class EachChildHasOwnAssessmentTests
{
    private static readonly EachChildHasOwnAssessment Rule = new();

    [Fact]
    public void Needs_alone_or_risks_alone_pass() =>
        With(new() { Child = "P2", Needs = Given.Written("Speech therapy") }, new() { Child = "P3", Risks = Given.Written("Runs away") }).JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void A_child_without_one_is_blocked_and_the_others_go()
    {
        var report = With(new ChildAssessment { Child = "P2", Needs = Given.Written("Speech therapy") }).JudgedBy(Rule);
        report.Lines().ShouldBe(["Refuse child_assessments child=P3"]);
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
        report.ChildrenBlocked.ShouldBe(["P3"]);
    }

    [Fact]
    public void Why_not_and_who_will_pass() =>
        With(new() { Child = "P2", NotAssessed = new() { Why = Given.Written("Never met"), WhoWill = Given.Worker } }, new() { Child = "P3", Needs = Given.Written("Rest") })
            .JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void Why_not_without_who_will_is_refused() =>
        With(new() { Child = "P2", NotAssessed = new() { Why = Given.Written("Never met") } }, new() { Child = "P3", Needs = Given.Written("Rest") })
            .JudgedBy(Rule).Lines().ShouldBe(["Refuse child_assessments child=P2"]);

    [Fact]
    public void A_blank_entry_is_no_assessment() =>
        With(new() { Child = "P2", Voice = Given.Written("I miss my dog") }, new() { Child = "P3", Needs = Given.Written("Rest") })
            .JudgedBy(Rule).Lines().ShouldBe(["Refuse child_assessments child=P2"]);

    [Fact]
    public void An_unborn_child_is_asked_about() =>
        Given.Family(new Person { Ref = "P7", Roles = { Role.Unborn }, InMovingHousehold = YesNo.Yes }).JudgedBy(Rule).Lines().ShouldBe(["Refuse child_assessments child=P7"]);

    [Fact]
    public void A_child_who_does_not_move_never_is()
    {
        var child = Given.Child("P8");
        child.InMovingHousehold = YesNo.No;
        Given.Family(child).JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_young_parent_is_left_to_their_own_rule() =>
        Given.Family(Given.Somebody("P2", 17, Role.Child, Role.Parent)).JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void A_child_with_the_parent_role_and_no_birth_date_is_asked_about_here()
    {
        var child = Given.Somebody("P2", 17, Role.Child, Role.Parent);
        child.DateOfBirth = "";
        Given.Family(child).JudgedBy(Rule).Lines().ShouldBe(["Refuse child_assessments child=P2"]);
    }

    private static Transfer With(params ChildAssessment[] assessments)
    {
        var transfer = Given.Family(Given.Child("P2"), Given.Child("P3"));
        transfer.ChildAssessments.Add(assessments);
        return transfer;
    }
}
