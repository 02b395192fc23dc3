using InfoSharing.V1;
using InfoSharing.Validator.Rules.ForcedMarriage;
using Answer = InfoSharing.V1.ForcedMarriage.Types.Considered.Types.Answer;
using Education = InfoSharing.V1.Person.Types.Education.Types.Status;

namespace InfoSharing.Tests.Unit.Rules.ForcedMarriage;

public sealed class MissingEducationAsksAboutMarriageTests
{
    private static readonly MissingEducationAsksAboutMarriage Rule = new();

    [Theory]
    [InlineData(Education.Absent, 1)]
    [InlineData(Education.Missing, 1)]
    [InlineData(Education.Withdrawn, 1)]
    [InlineData(Education.HomeEducated, 0)]
    [InlineData(Education.NotKnown, 0)]
    public void Out_of_school_is_asked_about(Education education, int findings) => Rule.Found(t =>
    {
        Given.Of(t, "P3").Education = education;
        t.ForcedMarriage.Considered.RemoveAt(1);
    }).ShouldBe(Enumerable.Repeat("Warn forced_marriage.considered child=P3", findings));

    [Fact]
    public void Travel_is_asked_about() => Rule.Found(t =>
    {
        Given.Of(t, "P2").ExtendedTravel = YesNo.Yes;
        t.ForcedMarriage.Considered.RemoveAt(0);
    }).ShouldBe(["Warn forced_marriage.considered child=P2"]);

    [Theory]
    [InlineData(Answer.Yes, 0)]
    [InlineData(Answer.NotKnown, 0)]
    [InlineData(Answer.Unspecified, 1)]
    public void Any_answer_passes(Answer answer, int findings) => Rule.Found(t =>
    {
        Given.Of(t, "P3").Education = Education.Missing;
        t.ForcedMarriage.Considered[1].Answer = answer;
    }).Length.ShouldBe(findings);

    [Theory]
    [InlineData(Person.Types.Sex.F)]
    [InlineData(Person.Types.Sex.M)]
    [InlineData(Person.Types.Sex.U)]
    public void It_asks_the_same_of_a_girl_and_a_boy(Person.Types.Sex sex) => Rule.Found(t =>
    {
        (Given.Of(t, "P3").Education, Given.Of(t, "P3").Sex) = (Education.Missing, sex);
        t.ForcedMarriage = null;
    }).Length.ShouldBe(1);

    [Fact]
    public void It_may_rise() => Rule.FoundRisen(t =>
    {
        Given.Of(t, "P3").Education = Education.Missing;
        t.ForcedMarriage = null;
    }).ShouldBe(["Refuse forced_marriage.considered child=P3"]);
}
