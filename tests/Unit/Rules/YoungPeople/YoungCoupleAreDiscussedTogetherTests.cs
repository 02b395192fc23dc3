using InfoSharing.V1;
using InfoSharing.Validator.Rules.YoungPeople;

namespace InfoSharing.Tests.Unit.Rules.YoungPeople;

public sealed class YoungCoupleAreDiscussedTogetherTests
{
    private static readonly YoungCoupleAreDiscussedTogether Rule = new();

    [Fact]
    public void A_talk_with_both_key_workers_passes() => Judge(_ => { }).ShouldBeEmpty();

    [Fact]
    public void No_talk_warns() => Judge(talk => talk.About.Clear()).ShouldBe(["Warn joint_discussions other=P7 person=P2"]);

    [Theory]
    [InlineData("2026-11-02", 0)]
    [InlineData("2026-11-01", 1)]
    public void A_day_to_come_passes_and_a_day_gone_by_does_not(string planned, int findings) => Judge(talk => (talk.HeldOn, talk.PlannedFor) = ("", planned)).Length.ShouldBe(findings);

    [Fact]
    public void Each_key_worker_is_there() => Judge(talk => talk.Attendees.RemoveAt(1)).Length.ShouldBe(1);

    [Fact]
    public void A_name_in_other_letters_is_the_same() => Judge(talk => talk.Attendees[1].Name = "A WORKER ").ShouldBeEmpty();

    [Fact]
    public void It_may_rise() => Rule.FoundRisen(t => Couple(t)).ShouldBe(["Refuse joint_discussions other=P7 person=P2"]);

    private static string[] Judge(Action<JointDiscussion> change) => Rule.Found(t =>
    {
        Couple(t);
        t.ChildAssessments.Add(new ChildAssessment { Child = "P7", KeyWorker = Given.Worker });
        var talk = new JointDiscussion { About = { "P7", "P2" }, HeldOn = "2026-10-20", Attendees = { t.ChildAssessments[0].KeyWorker.Clone(), Given.Worker.Clone() } };
        change(talk);
        t.JointDiscussions.Add(talk);
    });

    private static void Couple(Transfer transfer, string otherBorn = "2010-03-02", string endedOn = "")
    {
        transfer.Persons.Add(new Person { Ref = "P7", Roles = { Person.Types.Role.Child }, DateOfBirth = otherBorn });
        transfer.Relationships.Add(new Relationship { Item = Given.Id("R12"), A = "P2", B = "P7", Intimate = YesNo.Yes, Abuse = Relationship.Types.Abuse.NoneKnown, EndedOn = endedOn });
    }
}
