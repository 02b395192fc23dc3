using InfoSharing.V1;
using InfoSharing.Validator.Rules.Agencies.Health;
using Answer = InfoSharing.V1.NotHeld.Types.Answer;
using Role = InfoSharing.V1.Person.Types.Role;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Tests.Unit.Rules.Agencies.Health;

public sealed class WhoLivesThereIsAnsweredTests
{
    private static readonly WhoLivesThereIsAnswered Rule = new();

    [Theory]
    [InlineData(YesNo.Yes)]
    [InlineData(YesNo.No)]
    [InlineData(YesNo.NotKnown)]
    public void Each_answer_passes(YesNo answer) => Judge(answer, Role.SignificantAdult).ShouldBeEmpty();

    [Fact]
    public void Blank_fires_for_that_person() => Judge(YesNo.Unspecified, Role.SignificantAdult).ShouldBe(["Warn persons[P8].in_moving_household person=P8"]);

    [Fact]
    public void Somebody_who_is_there_for_context_is_not_asked_about() => Judge(YesNo.Unspecified, Role.ContextOnly).ShouldBeEmpty();

    [Fact]
    public void Not_known_for_everybody_is_an_answer()
    {
        var transfer = Family(YesNo.Unspecified, Role.SignificantAdult);
        transfer.NotHeld.Add(new NotHeld { What = What.WhoLivesThere, Answer = Answer.NotKnown });
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    private static string[] Judge(YesNo answer, Role role) => Family(answer, role).JudgedBy(Rule).Lines();

    private static Transfer Family(YesNo answer, Role role)
    {
        var somebody = Given.Adult("P8", role);
        somebody.InMovingHousehold = answer;
        return Given.Family(somebody, Given.Child("P2"));
    }
}
