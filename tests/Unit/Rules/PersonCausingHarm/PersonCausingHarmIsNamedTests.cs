using InfoSharing.V1;
using InfoSharing.Validator.Rules.PersonCausingHarm;

namespace InfoSharing.Tests.Unit.Rules.PersonCausingHarm;

public sealed class PersonCausingHarmIsNamedTests
{
    private static readonly PersonCausingHarmIsNamed Rule = new();

    [Fact]
    public void Somebody_named_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Nobody_is_refused() => Rule.Found(Unname).ShouldBe(["Refuse perpetrator_unknown_reason"]);

    [Fact]
    public void Why_they_are_not_known_is_an_answer() => Rule.Found(t =>
    {
        Unname(t);
        t.PerpetratorUnknownReason = Given.Written("He wore a mask, and she has not said more.");
    }).ShouldBeEmpty();

    [Fact]
    public void A_young_person_who_harms_is_somebody() => Rule.Found(t =>
    {
        Unname(t);
        Given.Of(t, "P3").Roles.Add(Person.Types.Role.YoungPersonWhoHarms);
    }).ShouldBeEmpty();

    [Fact]
    public void Where_there_is_no_domestic_abuse_nothing_is_asked() => Given.Family(Given.Adult("P1")).JudgedBy(Rule).Findings.ShouldBeEmpty();

    [Fact]
    public void An_alert_goes_and_owes_it()
    {
        var report = Given.Clean(Unname).AsAlert().JudgedBy(Rule);
        report.Findings.ShouldBeEmpty();
        report.OwedLines().ShouldBe(["perpetrator_unknown_reason, 1 WorkingDays"]);
    }

    private static void Unname(Transfer transfer)
    {
        foreach (var person in transfer.Persons) person.Roles.Remove(Person.Types.Role.AllegedPerpetrator);
    }
}
