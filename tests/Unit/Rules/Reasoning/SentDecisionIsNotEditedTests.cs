using InfoSharing.V1;
using InfoSharing.Validator.Rules.Reasoning;

namespace InfoSharing.Tests.Unit.Rules.Reasoning;

public sealed class SentDecisionIsNotEditedTests
{
    private static readonly SentDecisionIsNotEdited Rule = new();

    [Fact]
    public void The_same_decisions_pass() => Judge(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Edited_words_warn() => Judge(t => t.Decisions[0].Reasoning.Text_ += " And more.").ShouldBe(["Warn decisions[D1]"]);

    [Fact]
    public void A_decision_that_was_taken_out_warns() => Judge(t => t.Decisions.RemoveAt(0)).ShouldBe(["Warn decisions"]);

    [Fact]
    public void A_decision_that_replaces_it_passes() => Judge(t =>
    {
        t.Decisions.RemoveAt(0);
        t.Decisions.Add(new Decision { Item = Given.Id("D9"), Replaces = "D1" });
    }).ShouldBeEmpty();

    [Fact]
    public void A_decision_that_says_it_replaces_itself_does_not() => Judge(t =>
    {
        t.Decisions[0].Reasoning.Text_ = "Other words.";
        t.Decisions[0].Replaces = "D1";
    }).ShouldBe(["Warn decisions[D1]"]);

    [Fact]
    public void How_it_may_be_shared_may_change() => Judge(t => t.Decisions[0].Item.Handling = new() { ShareWithFamily = Handling.Types.ShareWithFamily.No }).ShouldBeEmpty();

    [Fact]
    public void A_new_decision_passes() => Judge(t => t.Decisions.Add(new Decision { Item = Given.Id("D9") })).ShouldBeEmpty();

    [Fact]
    public void Before_the_first_sending_there_is_nothing_to_compare() => Rule.FoundWithLedger(Given.Now, null).ShouldBeEmpty();

    [Fact]
    public void A_file_alone_cannot_tell() => Rule.CannotTell(Samples.Complete()).ShouldBeTrue();

    [Fact]
    public void It_may_rise() =>
        Rule.FoundWithLedger(Given.Now, new() { PreviousVersion = Samples.Complete() }, t => t.Decisions.RemoveAt(0), Given.Risen("IS-109")).ShouldBe(["Refuse decisions"]);

    private static string[] Judge(Action<Transfer> change) => Rule.FoundWithLedger(Given.Now, new() { PreviousVersion = Samples.Complete() }, change);
}
