using InfoSharing.V1;
using InfoSharing.Validator.Rules.Agencies.Probation;
using Answer = InfoSharing.V1.NotHeld.Types.Answer;
using Role = InfoSharing.V1.Person.Types.Role;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Tests.Unit.Rules.Agencies.Probation;

public sealed class MappaIsBroughtTests
{
    private static readonly MappaIsBrought Rule = new();

    [Fact]
    public void Said_passes() => Judge(new() { Person = "P5", Item = Given.Id("PH5"), Mappa = new() { Category = 2, Level = 1 } }).ShouldBeEmpty();

    [Fact]
    public void Nothing_known_of_the_person_fires() => Judge([]).ShouldBe(["Warn perpetrators person=P5"]);

    [Fact]
    public void An_entry_that_leaves_it_open_fires_at_that_entry() =>
        Judge(new() { Person = "P5", Item = Given.Id("PH5"), Mappa = new() { Category = 2 } }).ShouldBe(["Warn perpetrators[PH5].mappa person=P5"]);

    [Theory]
    [InlineData(0, 0, "Warn perpetrators person=P5")]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void Of_several_entries_about_one_person_any_answers_and_none_comes_first(uint first, uint second, params string[] findings) => Judge(
        [.. new[] { first, second }.Select((level, i) => new Perpetrator { Person = "P5", Item = Given.Id($"PH{i}"), Mappa = new() { Category = 2, Level = level } })]).ShouldBe(findings);

    [Theory]
    [InlineData(Answer.None, 0)]
    [InlineData(Answer.NotKnown, 0)]
    [InlineData(Answer.Unspecified, 1)]
    public void None_and_not_known_are_answers_and_blank_is_not(Answer answer, int findings) =>
        Judge([], new NotHeld { What = What.Mappa, Answer = answer, About = { "P5" } }).Length.ShouldBe(findings);

    [Fact]
    public void An_answer_about_somebody_else_is_none() => Judge([], new NotHeld { What = What.Mappa, Answer = Answer.None, About = { "P1" } }).Length.ShouldBe(1);

    private static string[] Judge(Perpetrator known) => Judge([known]);

    private static string[] Judge(Perpetrator[] known, NotHeld? answer = null)
    {
        var transfer = Given.Family(Given.Adult("P1", Role.Victim), Given.Adult("P5", Role.AllegedPerpetrator), Given.Child("P2"));
        transfer.Perpetrators.Add(known);
        if (answer is not null) transfer.NotHeld.Add(answer);
        return transfer.JudgedBy(Rule).Lines();
    }
}
