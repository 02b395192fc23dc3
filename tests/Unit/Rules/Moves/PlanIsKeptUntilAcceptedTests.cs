using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using InfoSharing.Validator.Rules.Moves;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class PlanIsKeptUntilAcceptedTests
{
    private static readonly PlanIsKeptUntilAccepted Rule = new();

    [Theory]
    [InlineData("2026-11-01", 0)] // it had ended before it was sent
    [InlineData("2026-11-02", 1)]
    public void A_plan_that_ends_before_anybody_took_it_warns(string ended, int findings) =>
        Judge(t => t.Plans[1].EndedOn = ended).ShouldBe(Enumerable.Repeat("Warn plans[PL3].ended_on area=E08000028 child=P3", findings));

    [Fact]
    public void A_decision_to_close_after_sending_warns_for_those_whom_nobody_took() => Judge(t => t.Decisions.Add(Closure("2026-11-02T12:00:00Z"))).ShouldBe(["Warn decisions[D9] area=E08000028 child=P3"]);

    [Fact]
    public void One_from_before_does_not() => Judge(t => t.Decisions.Add(Closure("2026-11-02T09:00:00Z"))).ShouldBeEmpty();

    [Fact]
    public void A_child_whom_the_area_took_may_be_closed() => Judge(t => t.Plans[0].EndedOn = "2026-11-03").ShouldBeEmpty();

    [Fact]
    public void Before_sending_nothing_is_asked() => Rule.FoundWithLedger(Given.Now, new(), t => t.Plans[1].EndedOn = "2026-11-03").ShouldBeEmpty();

    [Fact]
    public void A_file_alone_cannot_tell() => Rule.CannotTell(Samples.Complete()).ShouldBeTrue();

    private static Decision Closure(string at) => new()
    {
        Item = Given.Id("D9"), Type = Decision.Types.Type.Closure, Children = { "P2", "P3" }, MadeAt = Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(at)),
    };

    // P2 was taken.
    private static string[] Judge(Action<Transfer> change) => Rule.FoundWithLedger(
        Given.Now.AddDays(3), new() { SentAt = Timestamp.FromDateTimeOffset(Given.Now), Accepted = { new Flow.Types.ChildEvent { Child = "P2" } } }, change);
}
