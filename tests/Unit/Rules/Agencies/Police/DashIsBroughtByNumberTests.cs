using InfoSharing.V1;
using InfoSharing.Validator.Rules.Agencies.Police;
using Answer = InfoSharing.V1.NotHeld.Types.Answer;
using Role = InfoSharing.V1.Person.Types.Role;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Tests.Unit.Rules.Agencies.Police;

public sealed class DashIsBroughtByNumberTests
{
    private static readonly DashIsBroughtByNumber Rule = new();

    [Fact]
    public void All_24_answers_pass_whatever_they_are() => Judge(Marac(24, YesNo.No)).ShouldBeEmpty();

    [Fact]
    public void No_answers_fire_for_the_victim() => Judge(null).ShouldBe(["Warn marac.dash victim=P1"]);

    [Fact]
    public void Twenty_three_fire_and_name_the_one_that_is_missing() => Judge(Marac(23, YesNo.Yes)).ShouldBe(["Warn marac.dash missing list=24 victim=P1"]);

    [Fact]
    public void A_question_without_an_answer_is_missing_too()
    {
        var marac = Marac(24, YesNo.Yes);
        marac.Dash[14].Answer = YesNo.Unspecified;
        Judge(marac).ShouldBe(["Warn marac.dash missing list=15 victim=P1"]);
    }

    [Fact]
    public void Not_known_is_an_answer_to_a_question() => Judge(Marac(24, YesNo.NotKnown)).ShouldBeEmpty();

    [Theory]
    [InlineData(Answer.None, 0)]
    [InlineData(Answer.NotKnown, 0)]
    [InlineData(Answer.Unspecified, 1)]
    public void None_done_and_not_known_are_answers_and_blank_is_not(Answer answer, int findings)
    {
        var transfer = Family(null);
        transfer.NotHeld.Add(new NotHeld { What = What.Dash, Answer = answer, About = { "P1" } });
        transfer.JudgedBy(Rule).Findings.Count.ShouldBe(findings);
    }

    [Fact]
    public void Without_domestic_abuse_it_is_not_asked()
    {
        var transfer = Family(null);
        transfer.Concerns.Clear();
        transfer.JudgedBy(Rule).Findings.ShouldBeEmpty();
    }

    private static string[] Judge(Marac? marac) => Family(marac).JudgedBy(Rule).Lines();

    private static Marac Marac(int answers, YesNo answer) => new()
    {
        Dash = { Enumerable.Range(1, answers).Select(question => new Marac.Types.DashAnswer { Question = (uint)question, Answer = answer }) },
    };

    private static Transfer Family(Marac? marac)
    {
        var transfer = Given.Family(Given.Adult("P1", Role.Victim), Given.Adult("P5", Role.AllegedPerpetrator), Given.Child("P2"));
        transfer.Concerns.Add(new Concern { Kind = Concern.Types.Kind.DomesticAbuse, Status = Concern.Types.Status.Open });
        transfer.Marac = marac;
        return transfer;
    }
}
