using InfoSharing.V1;
using InfoSharing.Validator.Rules.Moves;
using Kind = InfoSharing.V1.Registration.Types.Kind;
using Status = InfoSharing.V1.Registration.Types.Status;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class ChildIsRegisteredInNewAreaTests
{
    private static readonly ChildIsRegisteredInNewArea Rule = new();

    [Fact]
    public void Children_whom_somebody_expects_pass() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Theory]
    [InlineData(Status.NotRegistered, 1)]
    [InlineData(Status.Unspecified, 1)]
    [InlineData(Status.Applied, 0)]
    [InlineData(Status.NotKnown, 0)]
    public void Not_known_is_an_answer(Status status, int findings) => Rule.Found(t => t.Registrations[1].Status = status).ShouldBe(Enumerable.Repeat("Warn registrations child=P3 list=GP", findings));

    [Theory]
    [InlineData("2021-10-13", "GP,HEALTH_VISITOR,NURSERY")] // 4
    [InlineData("2021-10-12", "GP,SCHOOL")] // 5
    [InlineData("2023-10-12", "GP,HEALTH_VISITOR,NURSERY")] // 3
    [InlineData("2023-10-13", "GP,HEALTH_VISITOR")] // 2
    [InlineData("2009-10-13", "GP,SCHOOL")] // 16
    [InlineData("2009-10-12", "GP")] // 17
    public void What_is_asked_follows_the_age(string born, string list) => Rule.Found(t =>
    {
        t.Registrations.Clear();
        foreach (var child in t.Persons.Where(one => one.Ref is "P2" or "P3").ToList()) t.Persons.Remove(child);
        Given.Of(t, "P4").DateOfBirth = born;
    }).ShouldBe([$"Warn registrations child=P4 list={list}"]);

    [Theory]
    [InlineData(Kind.Nursery, Status.Registered)]
    [InlineData(Kind.School, Status.Applied)]
    [InlineData(Kind.Nursery, Status.NotNeeded)]
    public void At_three_and_four_a_school_or_a_nursery_will_do(Kind kind, Status status) => Rule.Found(t =>
    {
        Given.Of(t, "P4").DateOfBirth = "2022-10-01";
        t.Registrations.Add(new Registration { Child = "P4", Kind = kind, Status = status });
    }).ShouldBeEmpty();

    [Fact]
    public void The_unborn_are_not_asked_about() => Rule.Found(t => t.Persons.Add(new Person { Ref = "P7", Roles = { Person.Types.Role.Unborn }, InMovingHousehold = YesNo.Yes })).ShouldBeEmpty();

    [Fact]
    public void Without_a_birth_date_the_GP_is_asked_for_and_the_rest_is_undecided()
    {
        Rule.Undecided(t => Given.Of(t, "P3").DateOfBirth = "").ShouldBe(["persons[P3].date_of_birth"]);
        Rule.Found(t =>
        {
            Given.Of(t, "P3").DateOfBirth = "";
            t.Registrations.RemoveAt(1);
        }).ShouldBe(["Warn registrations child=P3 list=GP"]);
    }
}
