using InfoSharing.V1;
using InfoSharing.Validator.Rules.Agencies.Health;
using Answer = InfoSharing.V1.NotHeld.Types.Answer;
using Role = InfoSharing.V1.Person.Types.Role;
using Status = InfoSharing.V1.Registration.Types.Status;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Tests.Unit.Rules.Agencies.Health;

public sealed class RegistrationsAreBroughtTests
{
    private static readonly RegistrationsAreBrought Rule = new();

    [Fact]
    public void A_practice_with_its_code_passes() => Judge(Gp(Status.Registered, "M88977")).ShouldBeEmpty();

    [Fact]
    public void Nothing_said_fires() => Judge(null).ShouldBe(["Warn registrations child=P2"]);

    [Fact]
    public void Registered_without_saying_where_fires_there() => Judge(Gp(Status.Registered, "")).ShouldBe(["Warn registrations[RG2].organisation_code child=P2"]);

    [Theory]
    [InlineData(Status.NotRegistered)]
    [InlineData(Status.NotKnown)]
    [InlineData(Status.Applied)]
    public void Not_registered_and_not_known_are_answers(Status status) => Judge(Gp(status, "")).ShouldBeEmpty();

    [Fact]
    public void A_school_is_no_practice()
    {
        var school = Gp(Status.Registered, "199731");
        school.Kind = Registration.Types.Kind.School;
        Judge(school).ShouldBe(["Warn registrations child=P2"]);
    }

    [Fact]
    public void An_unborn_child_is_registered_nowhere()
    {
        var transfer = Given.Family(Given.Somebody("P7", 0, Role.Unborn));
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Not_held_answers_it()
    {
        var transfer = Given.Family(Given.Child("P2"));
        transfer.NotHeld.Add(new NotHeld { What = What.Registrations, Answer = Answer.NotKnown });
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    private static Registration Gp(Status status, string code) =>
        new() { Item = Given.Id("RG2"), Child = "P2", Kind = Registration.Types.Kind.Gp, Status = status, OrganisationCode = code };

    private static string[] Judge(Registration? registration)
    {
        var transfer = Given.Family(Given.Child("P2"));
        if (registration is not null) transfer.Registrations.Add(registration);
        return transfer.JudgedBy(Rule).Lines();
    }
}
