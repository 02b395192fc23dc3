using InfoSharing.V1;
using InfoSharing.Validator.Rules.YoungPeople;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Rules.YoungPeople;

public sealed class YoungParentIsAlsoAChildTests
{
    private static readonly YoungParentIsAlsoAChild Rule = new();

    [Fact]
    public void The_role_and_an_assessment_pass() => With(Given.Somebody("P2", 17, Role.Parent, Role.Child), assessed: true).JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void A_parent_alone_is_refused_and_the_others_go()
    {
        var report = With(Given.Somebody("P2", 17, Role.Parent), assessed: false).JudgedBy(Rule);
        report.Lines().ShouldBe(["Refuse persons[P2] child=P2 person=P2"]);
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
        report.ChildrenBlocked.ShouldBe(["P2"]);
    }

    [Fact]
    public void An_assessment_without_the_role_is_refused() =>
        With(Given.Somebody("P2", 17, Role.Parent), assessed: true).JudgedBy(Rule).Lines().ShouldBe(["Refuse persons[P2] child=P2 person=P2"]);

    [Fact]
    public void The_role_without_an_assessment_is_refused() =>
        With(Given.Somebody("P2", 17, Role.Parent, Role.Child), assessed: false).JudgedBy(Rule).Lines().ShouldBe(["Refuse child_assessments child=P2 person=P2"]);

    [Fact]
    public void Why_not_and_who_will_answer()
    {
        var transfer = With(Given.Somebody("P2", 17, Role.Parent, Role.Child), assessed: false);
        transfer.ChildAssessments.Add(new ChildAssessment { Child = "P2", NotAssessed = new() { Why = Given.Written("Met once"), WhoWill = Given.Worker } });
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2008-10-12", 0)]
    [InlineData("2008-10-13", 1)]
    public void At_18_on_the_day_of_the_move_it_asks_no_more(string born, int findings)
    {
        var parent = Given.Adult("P2", Role.Parent);
        parent.DateOfBirth = born;
        With(parent, assessed: false).JudgedBy(Rule).Findings.Count.ShouldBe(findings);
    }

    [Fact]
    public void A_young_parent_outside_the_household_is_not_asked_about()
    {
        var parent = Given.Somebody("P2", 17, Role.Parent);
        parent.InMovingHousehold = YesNo.No;
        With(parent, assessed: false).JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_birth_date_it_is_undecided()
    {
        var parent = Given.Adult("P1", Role.Parent);
        parent.DateOfBirth = "";
        var report = With(parent, assessed: false).JudgedBy(Rule);
        report.Findings.ShouldBeEmpty();
        report.Undecided.ShouldHaveSingleItem().Field.ShouldBe("persons[P1].date_of_birth");
    }

    private static Transfer With(Person parent, bool assessed)
    {
        var transfer = Given.Family(parent, Given.Child("P7", 1));
        if (assessed) transfer.ChildAssessments.Add(new ChildAssessment { Child = parent.Ref, Needs = Given.Written("Her own schooling") });
        return transfer;
    }
}
