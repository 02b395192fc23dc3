using InfoSharing.V1;
using InfoSharing.Validator.Rules.Agencies.SocialCare;
using Answer = InfoSharing.V1.NotHeld.Types.Answer;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Tests.Unit.Rules.Agencies.SocialCare;

public sealed class PlansAreBroughtTests
{
    private static readonly PlansAreBrought Rule = new();

    [Fact]
    public void A_plan_with_its_start_and_review_passes() => Judge(Open("2026-06-25", "2026-12-03")).ShouldBeEmpty();

    [Fact]
    public void No_plan_said_fires() => Judge(null).ShouldBe(["Warn plans child=P2"]);

    [Theory]
    [InlineData("", "2026-12-03", "Warn plans[PL2].started_on child=P2")]
    [InlineData("2026-06-25", "", "Warn plans[PL2].review_on child=P2")]
    public void A_plan_without_one_of_its_dates_fires_there(string started, string review, string expected) => Judge(Open(started, review)).ShouldBe([expected]);

    [Fact]
    public void No_plan_is_an_answer_and_asks_for_no_dates() => Judge(new() { Child = "P2", Type = Plan.Types.Type.None }).ShouldBeEmpty();

    [Fact]
    public void A_plan_without_a_type_is_no_answer() => Judge(new() { Child = "P2", StartedOn = "2026-06-25" }).ShouldBe(["Warn plans child=P2"]);

    [Fact]
    public void Not_known_is_an_answer()
    {
        var transfer = Family(null);
        transfer.NotHeld.Add(new NotHeld { What = What.Plans, Answer = Answer.NotKnown, About = { "P2" } });
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    private static string[] Judge(Plan? plan) => Family(plan).JudgedBy(Rule).Lines();

    private static Plan Open(string started, string review) =>
        new() { Item = Given.Id("PL2"), Child = "P2", Type = Plan.Types.Type.Cp, StartedOn = started, ReviewOn = review };

    private static Transfer Family(Plan? plan)
    {
        var transfer = Given.Family(Given.Child("P2"));
        if (plan is not null) transfer.Plans.Add(plan);
        return transfer;
    }
}
