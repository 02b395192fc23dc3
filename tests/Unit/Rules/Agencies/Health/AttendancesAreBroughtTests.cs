using InfoSharing.V1;
using InfoSharing.Validator.Rules.Agencies.Health;
using Answer = InfoSharing.V1.NotHeld.Types.Answer;
using Role = InfoSharing.V1.Person.Types.Role;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Tests.Unit.Rules.Agencies.Health;

public sealed class AttendancesAreBroughtTests
{
    private static readonly AttendancesAreBrought Rule = new();

    [Fact]
    public void Health_entries_for_the_child_and_the_victim_pass() => Judge(ChronologyEntry.Types.Kind.Health, "P1", "P2").ShouldBeEmpty();

    [Fact]
    public void Nothing_said_fires_for_the_child_and_for_the_victim() =>
        Judge(ChronologyEntry.Types.Kind.Incident, "P1", "P2").ShouldBe(["Warn chronology child=P2 person=P2", "Warn chronology person=P1"], ignoreOrder: true);

    [Fact]
    public void An_entry_about_one_leaves_the_other_open() => Judge(ChronologyEntry.Types.Kind.Health, "P1").ShouldBe(["Warn chronology child=P2 person=P2"]);

    [Theory]
    [InlineData(Answer.None, 0)]
    [InlineData(Answer.NotKnown, 0)]
    [InlineData(Answer.Unspecified, 2)]
    public void None_and_not_known_are_answers_and_blank_is_not(Answer answer, int findings)
    {
        var transfer = Family();
        transfer.NotHeld.Add(new NotHeld { What = What.Attendances, Answer = answer });
        transfer.JudgedBy(Rule).Findings.Count.ShouldBe(findings);
    }

    [Fact]
    public void A_child_who_is_also_the_victim_is_asked_about_once() =>
        Given.Family(Given.Somebody("P2", 17, Role.Child, Role.Victim)).JudgedBy(Rule).Lines().ShouldBe(["Warn chronology child=P2 person=P2"]);

    private static string[] Judge(ChronologyEntry.Types.Kind kind, params string[] persons)
    {
        var transfer = Family();
        transfer.Chronology.Add(new ChronologyEntry { On = "2026-10-21", Kind = kind, Persons = { persons } });
        return transfer.JudgedBy(Rule).Lines();
    }

    private static Transfer Family() => Given.Family(Given.Adult("P1", Role.Victim), Given.Child("P2"));
}
