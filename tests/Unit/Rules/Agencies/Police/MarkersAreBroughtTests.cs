using InfoSharing.V1;
using InfoSharing.Validator.Rules.Agencies.Police;
using Answer = InfoSharing.V1.NotHeld.Types.Answer;
using Role = InfoSharing.V1.Person.Types.Role;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Tests.Unit.Rules.Agencies.Police;

public sealed class MarkersAreBroughtTests
{
    private static readonly MarkersAreBrought Rule = new();

    [Fact]
    public void Said_passes() => Judge(new() { Person = "P5", Item = Given.Id("PH5"), Markers = { new Perpetrator.Types.Marker { Warning = Given.Written("weapons") } } }).ShouldBeEmpty();

    [Fact]
    public void Nothing_known_of_the_person_fires() => Judge(null).ShouldBe(["Warn perpetrators person=P5"]);

    [Fact]
    public void An_entry_that_leaves_it_open_fires_at_that_entry() =>
        Judge(new() { Person = "P5", Item = Given.Id("PH5"), Behaviours = Given.Written("Control.") }).ShouldBe(["Warn perpetrators[PH5].markers person=P5"]);

    [Theory]
    [InlineData(Answer.None, 0)]
    [InlineData(Answer.NotKnown, 0)]
    [InlineData(Answer.Unspecified, 1)]
    public void None_and_not_known_are_answers_and_blank_is_not(Answer answer, int findings) =>
        Judge(null, new NotHeld { What = What.Markers, Answer = answer, About = { "P5" } }).Length.ShouldBe(findings);

    [Fact]
    public void An_answer_about_somebody_else_is_none() => Judge(null, new NotHeld { What = What.Markers, Answer = Answer.None, About = { "P1" } }).Length.ShouldBe(1);

    private static string[] Judge(Perpetrator? known, NotHeld? answer = null)
    {
        var transfer = Given.Family(Given.Adult("P1", Role.Victim), Given.Adult("P5", Role.AllegedPerpetrator), Given.Child("P2"));
        if (known is not null) transfer.Perpetrators.Add(known);
        if (answer is not null) transfer.NotHeld.Add(answer);
        return transfer.JudgedBy(Rule).Lines();
    }
}
