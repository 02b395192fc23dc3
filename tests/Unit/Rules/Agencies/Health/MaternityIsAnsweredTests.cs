using InfoSharing.V1;
using InfoSharing.Validator.Rules.Agencies.Health;
using Answer = InfoSharing.V1.NotHeld.Types.Answer;
using Booked = InfoSharing.V1.ChildAssessment.Types.Unborn.Types.Booked;
using Role = InfoSharing.V1.Person.Types.Role;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Tests.Unit.Rules.Agencies.Health;

public sealed class MaternityIsAnsweredTests
{
    private static readonly MaternityIsAnswered Rule = new();

    [Fact]
    public void A_household_about_which_nothing_is_said_fires() => Given.Family(Given.Child("P2")).JudgedBy(Rule).Lines().ShouldBe(["Warn not_held"]);

    [Theory]
    [InlineData(Answer.None, 0)]
    [InlineData(Answer.NotKnown, 0)]
    [InlineData(Answer.Unspecified, 1)]
    public void None_and_not_known_are_answers_and_blank_is_not(Answer answer, int findings)
    {
        var transfer = Given.Family(Given.Child("P2"));
        transfer.NotHeld.Add(new NotHeld { What = What.Maternity, Answer = answer });
        transfer.JudgedBy(Rule).Findings.Count.ShouldBe(findings);
    }

    [Theory]
    [InlineData(Booked.Booked)]
    [InlineData(Booked.Unbooked)]
    [InlineData(Booked.NotKnown)]
    public void An_unborn_child_whose_booking_is_answered_passes(Booked booked) => Judge(booked).ShouldBeEmpty();

    [Fact]
    public void An_unborn_child_whose_booking_is_blank_fires() => Judge(Booked.Unspecified).ShouldBe(["Warn child_assessments booked child=P7"]);

    private static string[] Judge(Booked booked)
    {
        var unborn = Given.Somebody("P7", 0, Role.Unborn);
        unborn.DateOfBirth = "";
        var transfer = Given.Family(unborn);
        transfer.ChildAssessments.Add(new ChildAssessment { Child = "P7", Unborn = new() { Booked = booked } });
        return transfer.JudgedBy(Rule).Lines();
    }
}
