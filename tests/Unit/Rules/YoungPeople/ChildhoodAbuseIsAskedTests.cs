using InfoSharing.V1;
using InfoSharing.Validator.Rules.YoungPeople;

namespace InfoSharing.Tests.Unit.Rules.YoungPeople;

public sealed class ChildhoodAbuseIsAskedTests
{
    private static readonly ChildhoodAbuseIsAsked Rule = new();

    [Theory]
    [InlineData(YesNo.Yes, 0)]
    [InlineData(YesNo.No, 0)]
    [InlineData(YesNo.NotKnown, 0)]
    [InlineData(YesNo.Unspecified, 1)]
    public void An_answer_of_any_kind_passes(YesNo answer, int findings) => Rule.Found(t =>
    {
        Hurt(t);
        t.ChildAssessments[0].ChildhoodDaExposure = new() { Answer = answer };
    }).ShouldBe(Enumerable.Repeat("Warn child_assessments[A2].childhood_da_exposure person=P2", findings));

    [Fact]
    public void Both_young_people_are_asked_about() => Rule.Found(t =>
    {
        Hurt(t);
        Given.Of(t, "P5").DateOfBirth = "2009-01-01";
    }).ShouldBe(["Warn child_assessments person=P5", "Warn child_assessments[A2].childhood_da_exposure person=P2"]);

    [Fact]
    public void An_adult_is_not() => Rule.Found(t =>
    {
        Hurt(t);
        Given.Of(t, "P2").DateOfBirth = "2008-10-12";
    }).ShouldBeEmpty();

    [Theory]
    [InlineData(Relationship.Types.Abuse.Suspected, 1)]
    [InlineData(Relationship.Types.Abuse.NoneKnown, 0)]
    public void Only_where_there_is_abuse_or_it_is_suspected(Relationship.Types.Abuse abuse, int findings) => Rule.Found(t =>
    {
        Hurt(t);
        t.Relationships[^1].Abuse = abuse;
    }).Length.ShouldBe(findings);

    [Fact]
    public void Without_a_birth_date_it_is_undecided() => Rule.Undecided(t =>
    {
        Hurt(t);
        Given.Of(t, "P2").DateOfBirth = "";
    }).ShouldBe(["persons[P2].date_of_birth"]);

    private static void Hurt(Transfer transfer) =>
        transfer.Relationships.Add(new Relationship { Item = Given.Id("R12"), A = "P2", B = "P5", Intimate = YesNo.Yes, Abuse = Relationship.Types.Abuse.Known });
}
