using InfoSharing.V1;
using InfoSharing.Validator.Rules.Reasoning;
using Type = InfoSharing.V1.Decision.Types.Type;

namespace InfoSharing.Tests.Unit.Rules.Reasoning;

public sealed class DecisionHasReasoningTests
{
    private const string Refused = "REFUSE decisions[D1].reasoning";

    private readonly DecisionHasReasoning _rule = new();

    [Theory]
    [InlineData(Type.Nfa)]
    [InlineData(Type.StepDown)]
    [InlineData(Type.PlanStart)]
    [InlineData(Type.PlanEnd)]
    [InlineData(Type.Closure)]
    [InlineData(Type.Threshold)]
    [InlineData(Type.Placement)]
    [InlineData(Type.Contact)]
    public void A_key_decision_without_reasoning_is_refused(Type type) => Judge(Given.Decision("D1", type, "", "P2")).ShouldBe([Refused]);

    [Theory]
    [InlineData(Type.Unspecified)]
    [InlineData(Type.StepUp)]
    [InlineData(Type.S47)]
    [InlineData(Type.Other)]
    public void Another_decision_is_not_asked(Type type) => Judge(Given.Decision("D1", type, "", "P2")).ShouldBeEmpty();

    [Fact]
    public void Reasoning_passes() => Judge(Given.Decision("D1", Type.Closure, Given.LongReasoning, "P2")).ShouldBeEmpty();

    [Fact]
    public void No_text_at_all_is_refused()
    {
        var decision = Given.Decision("D1", Type.Closure, "", "P2");
        decision.Reasoning = null;
        Judge(decision).ShouldBe([Refused]);
    }

    [Theory]
    [InlineData("See file.")]
    [InlineData("N/A")]
    [InlineData("As discussed; tbc")]
    [InlineData("Because it is.")]
    public void A_token_is_refused(string reasoning) => Judge(Given.Decision("D1", Type.Closure, reasoning, "P2")).ShouldBe([Refused]);

    [Fact]
    public void A_decision_that_another_replaces_is_not_asked()
    {
        var newer = Given.Decision("D2", Type.Closure, Given.LongReasoning, "P2");
        newer.Replaces = "D1";
        Judge(Given.Decision("D1", Type.Closure, "", "P2"), newer).ShouldBeEmpty();
    }

    [Fact]
    public void A_decision_cannot_replace_itself()
    {
        var decision = Given.Decision("D1", Type.Closure, "", "P2");
        decision.Replaces = "D1";
        Judge(decision).ShouldBe([Refused]);
    }

    [Fact]
    public void The_words_of_another_decision_are_no_reasoning_of_its_own() =>
        Judge(Given.Decision("D1", Type.Closure, Given.LongReasoning, "P2"), Given.Decision("D2", Type.Contact, Given.LongReasoning.ToUpperInvariant(), "P3"))
            .ShouldBe([Refused, "REFUSE decisions[D2].reasoning"]);

    [Fact]
    public void The_words_of_the_decision_that_it_replaces_may_stay()
    {
        var newer = Given.Decision("D2", Type.Closure, Given.LongReasoning, "P2");
        newer.Replaces = "D1";
        Judge(Given.Decision("D1", Type.Closure, Given.LongReasoning, "P2"), newer).ShouldBeEmpty();
    }

    [Fact]
    public void One_word_of_difference_is_another_reasoning() =>
        Judge(Given.Decision("D1", Type.Closure, Given.LongReasoning, "P2"), Given.Decision("D2", Type.Contact, Given.LongReasoning + " Today.", "P3")).ShouldBeEmpty();

    [Fact]
    public void Reasoning_that_restates_the_outcome_is_refused()
    {
        var decision = Given.Decision("D1", Type.Closure, "It was decided to close the cases and to end the plans of the children.", "P2");
        decision.Outcome = Given.Written("Decision: close case, end plan for each child. Children decided on.");
        Judge(decision).ShouldBe([Refused]);
    }

    // 9 of 10 content words, then 8 of 10.
    [Theory]
    [InlineData("alpha bravo charlie delta echo foxtrot golf hotel india romeo", Refused)]
    [InlineData("alpha bravo charlie delta echo foxtrot golf hotel quebec romeo", "WARN decisions[D1].reasoning short child=P2")]
    public void Nine_content_words_of_ten_restate_and_eight_do_not(string reasoning, string line)
    {
        var decision = Given.Decision("D1", Type.Closure, reasoning, "P2");
        decision.Outcome = Given.Written("alpha bravo charlie delta echo foxtrot golf hotel india");
        Judge(decision).ShouldBe([line]);
    }

    [Fact]
    public void Twenty_four_words_are_short_and_twenty_five_are_not()
    {
        var words = string.Join(' ', Enumerable.Range(1, 24).Select(i => $"fact{i}"));
        Judge(Given.Decision("D1", Type.Closure, words, "P3", "P2")).ShouldBe(["WARN decisions[D1].reasoning short child=P2,P3"]);
        Judge(Given.Decision("D1", Type.Closure, words + " weighed", "P2")).ShouldBeEmpty();
    }

    [Fact]
    public void Short_is_a_setting()
    {
        var settings = new Settings();
        settings.Thresholds.Add(new Settings.Types.Threshold { RuleId = "IS-102", Name = "words", Value = 3 });
        Given.Of(_rule, Given.TransferOf(Given.Decision("D1", Type.Closure, "Strangled her twice", "P2")), settings).Lines().ShouldBeEmpty();
    }

    [Fact]
    public void A_short_true_reasoning_warns_and_blocks_nobody() =>
        Judge(Given.Decision("D1", Type.Closure, "Strangled on 3 May (police ref). She is 7 months pregnant. He has breached bail twice.", "P2"))
            .ShouldBe(["WARN decisions[D1].reasoning short child=P2"]);

    [Fact]
    public void An_inherited_decision_whose_reasons_are_unknown_is_not_asked()
    {
        var decision = Given.Decision("D1", Type.PlanEnd, "", "P2");
        decision.Origin = Decision.Types.Origin.Inherited;
        Judge(decision).ShouldBe([Refused]);
        decision.ReasoningUnknown = new();
        Judge(decision).ShouldBeEmpty();
    }

    [Fact]
    public void A_decision_without_an_id_is_named_by_its_position()
    {
        var decision = Given.Decision("D1", Type.PlanEnd, "", "P2");
        decision.Item = null;
        Judge(decision).ShouldBe(["REFUSE decisions[0].reasoning"]);
    }

    private string[] Judge(params Decision[] decisions) => Given.Of(_rule, Given.TransferOf(decisions)).Lines();
}
