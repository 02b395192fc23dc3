using InfoSharing.V1;
using InfoSharing.Validator.Rules.Moves;
using Education = InfoSharing.V1.Person.Types.Education.Types.Status;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class SchoolWasToldTests
{
    private static readonly SchoolWasTold Rule = new();

    [Fact]
    public void Both_schools_told_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Each_school_is_asked_about_and_owed()
    {
        Rule.Found(t => t.Encompass.RemoveAt(1)).ShouldBe(["Warn encompass child=P2 list=NEW_SCHOOL"]);
        Rule.Owes(t => t.Encompass.Clear()).ShouldBe(["encompass child=P2 list=OLD_SCHOOL,NEW_SCHOOL, 5 WorkingDays", "encompass child=P3 list=OLD_SCHOOL,NEW_SCHOOL, 5 WorkingDays"]);
    }

    [Theory]
    [InlineData(YesNo.No, 0)]
    [InlineData(YesNo.NotKnown, 0)]
    [InlineData(YesNo.Unspecified, 1)]
    public void No_and_not_known_are_answers(YesNo notified, int findings) => Rule.Found(t => t.Encompass[0].Notified = notified).Length.ShouldBe(findings);

    [Theory]
    [InlineData(Education.InSchool, 1)]
    [InlineData(Education.HomeEducated, 0)]
    public void The_new_school_only_where_there_is_one(Education education, int findings) => Rule.Found(t =>
    {
        t.Encompass.RemoveAt(1);
        Given.Of(t, "P2").Education = education;
    }).Length.ShouldBe(findings);

    [Theory]
    [InlineData("2025-11-02", 1)]
    [InlineData("2025-11-01", 0)]
    [InlineData("2026-11-03", 0)]
    public void Only_in_the_last_twelve_months(string on, int findings) => Rule.Found(t =>
    {
        t.Chronology.Single(entry => entry.Item.Id == "E6").On = on;
        t.Encompass.RemoveAt(0);
    }).Length.ShouldBe(findings);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Only_where_police_came_to_domestic_abuse(bool abuse, bool police) => Rule.Found(t =>
    {
        var entry = t.Chronology.Single(one => one.Item.Id == "E6");
        (entry.DomesticAbuse, entry.PoliceAttended) = (abuse, police);
        t.Encompass.Clear();
    }).ShouldBeEmpty();

    [Theory]
    [InlineData("2022-10-12", 1)] // 4
    [InlineData("2022-10-13", 0)] // 3
    [InlineData("2008-10-13", 1)] // 17
    [InlineData("2008-10-12", 0)] // 18
    public void Only_from_4_to_17(string born, int findings) => Rule.Found(t =>
    {
        t.Encompass.RemoveAt(0);
        Given.Of(t, "P2").DateOfBirth = born;
    }).Length.ShouldBe(findings);

    [Fact]
    public void An_answer_that_names_no_incident_is_of_them_all() => Rule.Found(t =>
    {
        foreach (var answer in t.Encompass) answer.Incident = "";
    }).ShouldBeEmpty();

    [Fact]
    public void Without_a_birth_date_it_is_undecided() => Rule.Undecided(t =>
    {
        t.Encompass.RemoveAt(0);
        Given.Of(t, "P2").DateOfBirth = "";
    }).ShouldBe(["persons[P2].date_of_birth"]);
}
