using InfoSharing.V1;
using InfoSharing.Validator.Rules.YoungPeople;

namespace InfoSharing.Tests.Unit.Rules.YoungPeople;

public sealed class YoungCoupleHaveKeyWorkersTests
{
    private static readonly YoungCoupleHaveKeyWorkers Rule = new();

    [Fact]
    public void A_key_worker_for_each_passes() => Rule.Found(t =>
    {
        Couple(t);
        t.ChildAssessments.Add(new ChildAssessment { Child = "P7", KeyWorker = Given.Worker });
    }).ShouldBeEmpty();

    [Fact]
    public void The_one_without_is_named() => Rule.Found(t => Couple(t)).ShouldBe(["Warn relationships[R12] person=P7"]);

    [Fact]
    public void Both_without_are_named() => Rule.Found(t =>
    {
        Couple(t);
        t.ChildAssessments[0].KeyWorker = null;
    }).ShouldBe(["Warn relationships[R12] person=P2,P7"]);

    [Theory]
    [InlineData("2008-10-13", 1)]
    [InlineData("2008-10-12", 0)]
    public void Only_where_both_are_under_18(string born, int findings) => Rule.Found(t => Couple(t, born)).Length.ShouldBe(findings);

    [Theory]
    [InlineData("2026-11-03", 1)]
    [InlineData("2026-11-02", 0)]
    public void Only_until_they_part(string ended, int findings) => Rule.Found(t => Couple(t, endedOn: ended)).Length.ShouldBe(findings);

    [Fact]
    public void A_partner_is_intimate_unless_somebody_says_otherwise() => Rule.Found(t =>
    {
        Couple(t);
        (t.Relationships[^1].Intimate, t.Relationships[^1].Kind) = (YesNo.Unspecified, Relationship.Types.Kind.Partner);
    }).Length.ShouldBe(1);

    [Fact]
    public void Without_a_birth_date_it_is_undecided() => Rule.Undecided(t => Couple(t, "")).ShouldBe(["persons[P7].date_of_birth"]);

    [Fact]
    public void It_may_rise() => Rule.FoundRisen(t => Couple(t)).ShouldBe(["Refuse relationships[R12] person=P7"]);

    private static void Couple(Transfer transfer, string otherBorn = "2010-03-02", string endedOn = "")
    {
        transfer.Persons.Add(new Person { Ref = "P7", Roles = { Person.Types.Role.Child }, DateOfBirth = otherBorn });
        transfer.Relationships.Add(new Relationship { Item = Given.Id("R12"), A = "P2", B = "P7", Intimate = YesNo.Yes, Abuse = Relationship.Types.Abuse.NoneKnown, EndedOn = endedOn });
    }
}
