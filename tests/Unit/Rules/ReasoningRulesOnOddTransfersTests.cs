using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules.Pattern;
using InfoSharing.Validator.Rules.PersonCausingHarm;
using InfoSharing.Validator.Rules.Reasoning;

namespace InfoSharing.Tests.Unit.Rules;

/// <summary>A rule never throws, whatever is blank or names nobody.</summary>
public sealed class ReasoningRulesOnOddTransfersTests
{
    private static readonly Rule[] All = [.. ReasoningRules.All, .. PatternRules.All, .. PersonCausingHarmRules.All];

    [Fact]
    public void An_empty_transfer_is_judged()
    {
        foreach (var rule in All) Should.NotThrow(() => Given.Of(rule, new Transfer()));
    }

    [Fact]
    public void Items_with_nothing_in_them_are_judged()
    {
        var transfer = Given.TransferOf(new Person(), new Decision(), new Claim(), new Relationship(), new ChronologyEntry(), new Referral(), new PatternAnalysis(), new Concern(), new EarlierArea());
        foreach (var rule in All) Should.NotThrow(() => Given.Of(rule, transfer));
    }

    [Fact]
    public void Unknown_enum_values_and_dangling_refs_are_judged()
    {
        var decision = Given.Decision("D1", (Decision.Types.Type)99, "streetwise “why didn’t she leave ‘at home\"", "P99", "");
        (decision.Replaces, decision.Origin) = ("D98", (Decision.Types.Origin)77);
        decision.EvidenceRefs.Add("X1");
        var person = Given.Somebody("P1", "not a day", (Person.Types.Role)55);
        var transfer = Given.TransferOf(person, person.Clone(), decision, decision.Clone(), new Claim { ToldBy = "P99", Effect = (Claim.Types.Effect)9 });
        (transfer.Kind, transfer.From.AgencyKind) = ((Transfer.Types.Kind)88, (Party.Types.AgencyKind)66);
        foreach (var rule in All) Should.NotThrow(() => Given.Of(rule, transfer));
    }

    [Theory]
    [InlineData("'")]
    [InlineData("\ud83d")]
    [InlineData("why didn't she leave\ud83d")]
    [InlineData("“")]
    [InlineData("””‘’''\"\"")]
    [InlineData("sexually active since")]
    [InlineData("why didn't ms")]
    [InlineData("domestic violence")]
    [InlineData("\u00AD\u200B")]
    public void Texts_that_break_off_are_judged(string words)
    {
        foreach (var rule in All) Should.NotThrow(() => Given.Of(rule, Given.YoungVictimBesideHarm(words)));
    }

    [Fact]
    public void The_order_of_people_and_items_changes_nothing()
    {
        var transfer = Given.YoungVictimBesideHarm("streetwise, domestic violence");
        transfer.Decisions.Add([Given.Decision("D2", Decision.Types.Type.Nfa, "see file", "P2"), Given.Decision("D1", Decision.Types.Type.Nfa, "streetwise", "P2")]);
        var turned = transfer.Clone();
        turned.Persons.Clear();
        turned.Persons.Add(transfer.Persons.Reverse());
        turned.Decisions.Clear();
        turned.Decisions.Add(transfer.Decisions.Reverse());
        foreach (var rule in All) Given.Of(rule, turned).Lines().Order().ShouldBe(Given.Of(rule, transfer).Lines().Order());
    }
}
