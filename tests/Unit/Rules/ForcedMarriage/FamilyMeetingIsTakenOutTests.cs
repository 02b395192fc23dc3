using InfoSharing.V1;
using InfoSharing.Validator.Rules.ForcedMarriage;
using FamilyEvent = InfoSharing.V1.ForcedMarriage.Types.FamilyEvent;
using State = InfoSharing.V1.ForcedMarriage.Types.FamilyEvent.Types.State;

namespace InfoSharing.Tests.Unit.Rules.ForcedMarriage;

public sealed class FamilyMeetingIsTakenOutTests
{
    private static readonly FamilyMeetingIsTakenOut Rule = new();

    [Theory]
    [InlineData(State.Proposed)]
    [InlineData(State.Planned)]
    public void A_plan_is_refused(State state) => Judge(one => one.State = state).ShouldBe(["Refuse forced_marriage.family_events[FE1].state person=P2"]);

    [Fact]
    public void What_was_held_warns_until_it_is_said_who_was_there_and_what_they_know()
    {
        Judge(one => one.RiskAfter = null).ShouldBe(["Warn forced_marriage.family_events[FE1].risk_after person=P2"]);
        Judge(one => one.Present = null).ShouldBe(["Warn forced_marriage.family_events[FE1].present person=P2"]);
        Judge(_ => { }).ShouldBeEmpty();
    }

    [Fact]
    public void Where_nobody_is_feared_for_nothing_is_asked() => Rule.Found(t => t.ForcedMarriage.FamilyEvents.Add(new FamilyEvent { State = State.Planned })).ShouldBeEmpty();

    [Fact]
    public void An_alert_goes() => Given.CleanFm(t => t.ForcedMarriage.FamilyEvents.Add(new FamilyEvent { State = State.Planned })).AsAlert().JudgedBy(Rule).Handover.ShouldBe(Report.Types.Handover.MayGo);

    private static string[] Judge(Action<FamilyEvent> change) => Rule.FoundInFm(t =>
    {
        var one = new FamilyEvent { Item = Given.Id("FE1"), State = State.Held, Present = Given.Written("An uncle and two aunts."), RiskAfter = Given.Written("They know the school; she changed it.") };
        change(one);
        t.ForcedMarriage.FamilyEvents.Add(one);
    });
}
