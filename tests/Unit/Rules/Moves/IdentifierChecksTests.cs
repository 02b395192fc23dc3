using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules.Moves;
using Identifier = InfoSharing.V1.Person.Types.Identifier;
using Kind = InfoSharing.V1.Person.Types.Identifier.Types.Kind;
using Match = InfoSharing.V1.Person.Types.Identifier.Types.Match;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class IdentifierChecksTests
{
    private static readonly IdentifierChecks Rule = new();

    [Fact]
    public void Numbers_that_hold_together_pass() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Theory]
    [InlineData(Kind.Nhs, "9000000015")]
    [InlineData(Kind.Upn, "R247962919251")]
    [InlineData(Kind.FormerUpn, "X428558133462")]
    [InlineData(Kind.Pnc, "2001/0171310S")]
    [InlineData(Kind.Cro, "85227/65G")]
    [InlineData(Kind.Noms, "A123AA")]
    [InlineData(Kind.Crn, "X12345")]
    [InlineData(Kind.LaChildId, "LDS-2025-004417-0000000001")]
    public void A_number_that_fails_its_check_warns(Kind kind, string value) => Rule.Found(t =>
    {
        t.Persons[0].Identifiers.Add(new Identifier { Kind = kind, Value = value });
    }).ShouldBe(["Warn persons[P1].identifiers[1].value person=P1"]);

    [Fact]
    public void A_missing_number_is_never_asked_for() => Rule.Found(t =>
    {
        foreach (var person in t.Persons) person.Identifiers.Clear();
    }).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_blank_one_is_missing(string value) => Rule.Found(t => t.Persons[0].Identifiers[0].Value = value).ShouldBeEmpty();

    [Fact]
    public void One_without_a_check_passes() => Rule.Found(t => t.Persons[0].Identifiers.Add(new Identifier { Kind = Kind.Other, Value = "anything" })).ShouldBeEmpty();

    [Theory]
    [InlineData(Match.Possible, 1)]
    [InlineData(Match.NoMatch, 1)]
    [InlineData(Match.Strong, 0)]
    [InlineData(Match.Unspecified, 0)]
    public void What_the_ledger_says_of_a_match_counts(Match match, int findings) =>
        new RuleSet("test", new DateOnly(2026, 1, 1), [Rule]).Judge(OneNumber(), new JudgingContext { At = Given.Now, Holdings = new Given.Ledger(null, match) }).Findings.Count.ShouldBe(findings);

    [Fact]
    public void It_never_refuses_and_goes_with_an_alert()
    {
        Rule.Card.MayRise.ShouldBeFalse();
        Given.Clean(t => t.Persons[0].Identifiers[0].Value = "9000000015").AsAlert().JudgedBy(Rule).Findings.ShouldHaveSingleItem().Severity.ShouldBe(Finding.Types.Severity.Warn);
    }

    [Fact]
    public void A_file_alone_cannot_tell_a_match() => Rule.CannotTell(Samples.Complete()).ShouldBeTrue();

    private static Transfer OneNumber() => new()
    {
        Kind = Transfer.Types.Kind.FullTransfer, Persons = { new Person { Ref = "P1", Identifiers = { new Identifier { Kind = Kind.Nhs, Value = "9434765919" } } } },
    };
}
