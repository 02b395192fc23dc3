using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Language;
using InfoSharing.Validator.Rules.PersonCausingHarm;
using InfoSharing.V1;
using Type = InfoSharing.V1.Decision.Types.Type;

namespace InfoSharing.Tests.Unit.Rules.PersonCausingHarm;

public sealed class WordsDoNotBlameTests
{
    private const string Blame = "why didn't she leave";

    private readonly WordsDoNotBlame _rule = new();

    [Fact]
    public void Plain_words_pass() => Given.Of(_rule, Given.AdultVictimBesideHarm("He struck her and she was afraid to leave.")).Lines().ShouldBeEmpty();

    [Fact]
    public void Words_that_shift_responsibility_warn_with_the_entry_and_never_the_words() =>
        Given.Of(_rule, Given.AdultVictimBesideHarm(Blame)).Lines().ShouldBe(["WARN chronology[E1].text entry=5 victim=P1"]);

    [Fact]
    public void Dated_words_advise_in_their_own_text() =>
        Given.Of(_rule, Given.AdultVictimBesideHarm("domestic violence")).Lines().ShouldBe(["ADVISE chronology[E1].text dated entry=35"]);

    [Fact]
    public void Each_entry_is_a_finding_of_its_own() =>
        Given.Of(_rule, Given.AdultVictimBesideHarm($"domestic violence: {Blame}")).Lines().Length.ShouldBe(2);

    [Fact]
    public void A_child_is_named_where_no_victim_is() =>
        Given.Of(_rule, Given.Entry(Blame, Given.MovingChild("P3"), Given.MovingChild("P2"))).Lines().ShouldBe(["WARN chronology[E1].text entry=5 victim=P2,P3"]);

    [Fact]
    public void Nobody_is_named_where_there_is_nobody() => Given.Of(_rule, Given.AdultAlone(Blame)).Lines().ShouldBe(["WARN chronology[E1].text entry=5"]);

    [Fact]
    public void Once_a_document_at_the_first_place_in_order_of_paths()
    {
        IEnumerable<Decision> decisions = [Given.Decision("D2", Type.Other, Blame, "P2"), Given.Decision("D1", Type.Other, Blame, "P2")];
        foreach (var order in new[] { decisions, decisions.Reverse() })
            Given.Of(_rule, Given.TransferOf([.. order])).Lines().ShouldBe(["WARN decisions[D1].reasoning entry=5"]);
    }

    [Fact]
    public void It_stands_among_an_alerts_findings()
    {
        var transfer = Given.AdultVictimBesideHarm(Blame);
        transfer.Kind = Transfer.Types.Kind.Notification;
        var report = new RuleSet("test", new DateOnly(2026, 1, 1), [_rule]).Judge(transfer, new() { At = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero) });
        report.Findings.Single().RuleId.ShouldBe("IS-705");
        report.Owed.ShouldNotContain(owed => owed.RuleId == "IS-705");
    }

    [Fact]
    public void No_setting_turns_it_up() => Given.Of(_rule, Given.AdultVictimBesideHarm(Blame)).Fired.Single().MayRise.ShouldBeFalse();

    [Fact]
    public void The_words_are_found_again_where_the_transfer_is_open()
    {
        var transfer = Given.AdultVictimBesideHarm("The worker wrote: “why didn't she leave”. And why didn't Anna leave sooner?");
        var (text, hit) = LanguageList.FindAgain(transfer, "chronology[E1].text", 5)!.Value;
        text.Text_.Substring(hit.Start, hit.Length).ShouldBe("why didn't Anna leave sooner");
        hit.Entry.Alternative.ShouldStartWith("why did {person causing harm} not stop");
        LanguageList.FindAgain(transfer, "chronology[E1].text", 6).ShouldBeNull();
        LanguageList.FindAgain(transfer, "chronology[E2].text", 5).ShouldBeNull();
    }
}
