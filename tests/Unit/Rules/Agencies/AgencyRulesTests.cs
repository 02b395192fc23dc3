using System.Text.RegularExpressions;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;
using InfoSharing.Validator.Rules.Agencies;
using AgencyKind = InfoSharing.V1.Party.Types.AgencyKind;

namespace InfoSharing.Tests.Unit.Rules.Agencies;

public sealed class AgencyRulesTests
{
    [Theory]
    [InlineData(AgencyKind.Police, "P", 4)]
    [InlineData(AgencyKind.SocialCare, "S", 3)]
    [InlineData(AgencyKind.Health, "H", 4)]
    [InlineData(AgencyKind.Probation, "B", 3)]
    public void Each_kind_has_ids_of_its_own_in_order(AgencyKind kind, string letter, int count) =>
        AgencyRules.For(kind).Select(rule => rule.Card.Id).ShouldBe(Enumerable.Range(1, count).Select(number => $"IS-{letter}{number:00}"));

    [Fact]
    public void Another_kind_has_no_minimum() => AgencyRules.For(AgencyKind.Housing).ShouldBeEmpty();

    [Fact]
    public void A_minimum_warns_may_rise_is_owed_and_never_runs_on_an_alert()
    {
        foreach (var card in AgencyRules.Kinds.SelectMany(AgencyRules.For).Select(rule => rule.Card))
        {
            card.Severity.ShouldBe(Finding.Types.Severity.Warn, card.Id);
            card.MayRise.ShouldBeTrue(card.Id);
            card.Overridable.ShouldBeTrue(card.Id);
            card.Applies.ShouldBe(TransferKinds.HandOvers, card.Id);
            card.Owed.ShouldBe(TransferKinds.HandOvers, card.Id);
            card.Group.ShouldBe(RuleGroup.AgencyMinimum, card.Id);
        }
    }

    [Fact]
    public void Every_remedy_says_that_not_known_is_enough()
    {
        foreach (var card in AgencyRules.Kinds.SelectMany(AgencyRules.For).Select(rule => rule.Card))
            Regex.IsMatch(card.Remedy, "you do not know|not known").ShouldBeTrue(card.Id);
    }

    [Fact]
    public void A_kinds_minimum_judges_what_an_agency_of_that_kind_sends_and_no_other()
    {
        foreach (var kind in Enum.GetValues<AgencyKind>())
        {
            var transfer = Samples.Complete();
            transfer.From.AgencyKind = kind;
            var fired = RuleSets.Newest.Judge(transfer, new() { At = Samples.JudgedOn }).Findings.Select(finding => finding.RuleId).Where(id => char.IsLetter(id[3])).Distinct();
            fired.ShouldBeSubsetOf(AgencyRules.For(kind).Select(rule => rule.Card.Id));
        }
    }

    [Fact]
    public void The_clean_transfer_brings_all_that_social_care_must()
    {
        foreach (var transfer in new[] { Samples.Complete(), Samples.CompleteFm(), Samples.Large() })
            foreach (var rule in AgencyRules.For(AgencyKind.SocialCare))
                transfer.JudgedBy(rule).Lines().ShouldBeEmpty(rule.Name);
    }

    [Fact]
    public void One_not_known_for_each_question_answers_a_whole_minimum()
    {
        foreach (var kind in AgencyRules.Kinds)
        {
            var transfer = Samples.Complete();
            transfer.From.AgencyKind = kind;
            foreach (var what in Enum.GetValues<NotHeld.Types.What>().Where(what => what != NotHeld.Types.What.Unspecified))
                transfer.NotHeld.Add(new NotHeld { What = what, Answer = NotHeld.Types.Answer.NotKnown });
            foreach (var rule in AgencyRules.For(kind)) transfer.JudgedBy(rule).Lines().ShouldBeEmpty(rule.Name);
        }
    }

    [Fact]
    public void The_texts_of_a_minimum_travel_with_the_report()
    {
        var transfer = Samples.Complete();
        transfer.From.AgencyKind = AgencyKind.Police;
        var report = RuleSets.Newest.Judge(transfer, new() { At = Samples.JudgedOn });
        report.Texts.Select(text => text.RuleId).ShouldContain("IS-P03");
        report.Handover.ShouldBe(Report.Types.Handover.MayGo);
    }
}
