using InfoSharing.V1;
using InfoSharing.Validator.Rules.EachChild;

namespace InfoSharing.Tests.Unit.Rules.EachChild;

public sealed class BirthIsLinkedTests
{
    private static readonly BirthIsLinked Rule = new();

    [Theory]
    [InlineData("2026-11-03", null)]
    [InlineData("2026-11-02", "Advise")]
    [InlineData("2026-10-20", "Advise")] // 13 days
    [InlineData("2026-10-19", "Escalate")] // 14 days
    public void It_asks_from_the_expected_day_and_tells_somebody_after_two_weeks(string expected, string? severity) =>
        Rule.Found(t => Expect(t, expected)).ShouldBe(severity is null ? [] : [$"{severity} persons[P7].expected_on child=P7"]);

    [Fact]
    public void A_link_or_what_happened_answers()
    {
        Rule.Found(t => Expect(t, "2026-10-01", new() { BornAs = "P4" })).ShouldBeEmpty();
        Rule.Found(t => Expect(t, "2026-10-01", new() { WhatHappened = Given.Written("He was stillborn on 3 October.") })).ShouldBeEmpty();
    }

    [Fact]
    public void It_goes_with_an_alert_as_a_finding() => Given.Clean(t => Expect(t, "2026-10-01")).AsAlert().JudgedBy(Rule).Findings.Count.ShouldBe(1);

    [Fact]
    public void The_clock_runs_on_after_sending() => Rule.FoundWithLedger(Given.Now.AddDays(20), null, t => Expect(t, "2026-11-05")).ShouldBe(["Escalate persons[P7].expected_on child=P7"]);

    [Fact]
    public void While_it_runs_a_file_alone_cannot_tell()
    {
        Rule.CannotTell(Given.Clean(t => Expect(t, "2026-12-05"))).ShouldBeTrue();
        Rule.CannotTell(Samples.Complete()).ShouldBeFalse();
    }

    private static void Expect(Transfer transfer, string on, ChildAssessment.Types.Unborn? unborn = null)
    {
        transfer.Persons.Add(new Person { Ref = "P7", Roles = { Person.Types.Role.Unborn }, ExpectedOn = on, InMovingHousehold = YesNo.Yes });
        transfer.ChildAssessments.Add(new ChildAssessment { Child = "P7", Unborn = unborn });
    }
}
