using InfoSharing.V1;
using InfoSharing.Validator.Rules.YoungPeople;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Rules.YoungPeople;

public sealed class YoungPersonWhoHarmsHasOwnNeedsTests
{
    private static readonly YoungPersonWhoHarmsHasOwnNeeds Rule = new();

    [Theory]
    [InlineData("2008-10-13", 1)]
    [InlineData("2008-10-12", 0)]
    public void A_young_person_is_no_perpetrator(string born, int findings) =>
        Rule.Found(t => Given.Of(t, "P5").DateOfBirth = born).ShouldBe(Enumerable.Repeat("Warn persons[P5].roles person=P5", findings));

    [Fact]
    public void In_the_household_their_own_needs_are_asked_for() => Rule.Found(t =>
    {
        Given.Of(t, "P3").Roles.Add(Role.YoungPersonWhoHarms);
        t.ChildAssessments.RemoveAt(1);
    }).ShouldBe(["Warn child_assessments person=P3"]);

    [Fact]
    public void With_an_assessment_they_pass() => Rule.Found(t => Given.Of(t, "P3").Roles.Add(Role.YoungPersonWhoHarms)).ShouldBeEmpty();

    [Fact]
    public void Outside_the_household_they_are_not_ours_to_assess() => Rule.Found(t =>
        t.Persons.Add(new Person { Ref = "P9", Roles = { Role.YoungPersonWhoHarms }, DateOfBirth = "2010-01-01", InMovingHousehold = YesNo.No })).ShouldBeEmpty();

    [Fact]
    public void Without_a_birth_date_it_is_undecided() => Rule.Undecided(t => Given.Of(t, "P5").DateOfBirth = "").ShouldBe(["persons[P5].date_of_birth"]);
}
