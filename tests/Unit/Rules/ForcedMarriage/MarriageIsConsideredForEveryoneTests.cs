using InfoSharing.V1;
using InfoSharing.Validator.Rules.ForcedMarriage;

namespace InfoSharing.Tests.Unit.Rules.ForcedMarriage;

public sealed class MarriageIsConsideredForEveryoneTests
{
    private static readonly MarriageIsConsideredForEveryone Rule = new();

    [Fact]
    public void An_answer_for_each_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Some_but_not_all_warns() => Rule.Found(t => t.ForcedMarriage.Considered.RemoveAt(2)).ShouldBe(["Warn forced_marriage.considered list=P2,P3 person=P4"]);

    [Fact]
    public void None_at_all_is_not_asked_here() => Rule.Found(t => t.ForcedMarriage.Considered.Clear()).ShouldBeEmpty();

    [Fact]
    public void An_adult_who_may_lack_capacity_is_asked_about() => Rule.Found(t => Given.Of(t, "P1").MayLackCapacity = YesNo.Yes).ShouldBe(["Warn forced_marriage.considered list=P2,P3,P4 person=P1"]);

    [Fact]
    public void Such_an_adult_outside_the_household_is_not() => Rule.Found(t => Given.Of(t, "P5").MayLackCapacity = YesNo.Yes).ShouldBeEmpty();

    [Fact]
    public void The_unborn_are_not_asked_about() => Rule.Found(t => t.Persons.Add(new Person { Ref = "P7", Roles = { Person.Types.Role.Unborn }, InMovingHousehold = YesNo.Yes })).ShouldBeEmpty();

    [Fact]
    public void A_blank_answer_is_none() => Rule.Found(t => t.ForcedMarriage.Considered[2].Answer = default).Length.ShouldBe(1);

    [Fact]
    public void It_may_rise() => Rule.FoundRisen(t => t.ForcedMarriage.Considered.RemoveAt(2))[0].ShouldStartWith("Refuse");
}
