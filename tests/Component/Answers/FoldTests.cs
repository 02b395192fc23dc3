using InfoSharing.Exchange.Answers;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.V1;
using static InfoSharing.Tests.Component.Answers.Network;
using State = InfoSharing.V1.ListReply.Types.Entry.Types.State;

namespace InfoSharing.Tests.Component.Answers;

public sealed class FoldTests
{
    private readonly Network _net = new(Samples.Complete());

    [Fact]
    public void Sent_is_not_delivered_until_its_receipt_is_stored()
    {
        var sent = _net.Send();
        FlowOf.StateOf(_net.At(Leeds)).ShouldBe(State.Sent);
        _net.At(Sandwell).IsKnown.ShouldBeFalse();
        _net.Deliver(sent, receiptIsLost: true);
        FlowOf.StateOf(_net.At(Leeds)).ShouldBe(State.Sent);
        FlowOf.StateOf(_net.At(Sandwell)).ShouldBe(State.Delivered);
        _net.Deliver(sent);
        FlowOf.StateOf(_net.At(Leeds)).ShouldBe(State.Delivered);
    }

    [Fact]
    public void Each_child_has_its_own_answer()
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Answer(_net.Acceptance("P2")));
        _net.Deliver(_net.Answer(_net.Decline("P3")));
        var state = _net.At(Leeds);
        state.Children.Select(child => child.Ref).ShouldBe(["P2", "P3", "P4"]);
        state.Child("P2")!.Taken.ShouldNotBeNull().By!.Role.ShouldBe("team manager");
        state.Child("P3")!.Answer.ShouldBeOfType<ChildAnswer.Refused>().Words!.Text_.ShouldContain("Dudley");
        state.Child("P4")!.Answer.ShouldBeOfType<ChildAnswer.Open>();
        FlowOf.StateOf(state).ShouldBe(State.PartAnswered);
    }

    [Fact]
    public void A_next_version_supplies_what_was_asked_and_a_question_about_it_asks_again()
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Answer(_net.Question("P2")));
        _net.At(Leeds).Child("P2")!.Answer.ShouldBeOfType<ChildAnswer.Questioned>().Questions.Count.ShouldBe(1);
        _net.Deliver(_net.Send(_net.Next()));
        _net.At(Sandwell).Child("P2")!.Answer.ShouldBeOfType<ChildAnswer.Supplied>().Version.ShouldBe(2u);
        _net.Deliver(_net.Answer(_net.Question("P2")));
        _net.At(Leeds).Child("P2")!.Answer.ShouldBeOfType<ChildAnswer.Questioned>().Version.ShouldBe(2u);
    }

    [Fact]
    public void A_message_that_comes_early_waits_and_is_applied_when_its_predecessors_are_there()
    {
        var first = _net.Send();
        var second = _net.Write(Leeds, Sandwell, message => message.Corrected = new() { Field = "move.date", Was = Words("x"), Is = Words("y"), Reason = Words("z") });
        var third = _net.Send(_net.Next());
        _net.Deliver(third);
        _net.At(Sandwell).ShouldSatisfyAllConditions(state => state.IsKnown.ShouldBeFalse(), state => state.Waiting.ShouldBe(1), state => state.NewestStored.ShouldBe(2u));
        _net.Deliver(first);
        _net.At(Sandwell).ShouldSatisfyAllConditions(state => state.Newest!.Version.ShouldBe(1u), state => state.NewestStored.ShouldBe(2u));
        _net.Deliver(second);
        _net.At(Sandwell).ShouldSatisfyAllConditions(state => state.Newest!.Version.ShouldBe(2u), state => state.Waiting.ShouldBe(0), state => state.Corrections.Count.ShouldBe(1));
    }

    [Fact]
    public void A_withdrawal_that_overtakes_its_transfer_waits_as_a_tombstone()
    {
        var sent = _net.Send();
        _net.Deliver(_net.Withdraw());
        _net.At(Sandwell).ShouldSatisfyAllConditions(state => state.Tombstone.ShouldBeTrue(), state => state.IsKnown.ShouldBeFalse());
        _net.Deliver(sent);
        _net.At(Sandwell).ShouldSatisfyAllConditions(state => state.Tombstone.ShouldBeFalse(), state => state.Withdrawal!.Step.ShouldBe(Withdrawn.Types.Step.Requested));
    }

    [Fact]
    public void An_acceptance_before_the_withdrawal_in_the_leads_ledger_stands_and_one_after_it_is_nothing()
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Withdraw());
        _net.Deliver(_net.Answer(new Withdrawn { Step = Withdrawn.Types.Step.Withdrawn }));
        _net.Deliver(_net.Answer(_net.Acceptance("P2")));
        _net.At(Leeds).Child("P2")!.Taken.ShouldBeNull();
        FlowOf.StateOf(_net.At(Leeds)).ShouldBe(State.Withdrawn);

        var other = new Network(Samples.Complete());
        other.Deliver(other.Send());
        other.Deliver(other.Answer(other.Acceptance("P2")));
        other.Deliver(other.Withdraw());
        other.Deliver(other.Answer(new Withdrawn { Step = Withdrawn.Types.Step.TooLate, AcceptedAt = other.Acceptance().At }));
        other.At(Leeds).ShouldSatisfyAllConditions(
            state => state.Child("P2")!.Taken.ShouldNotBeNull(), state => state.Withdrawal!.AcceptedAt.ShouldNotBeNull(), state => state.IsWithdrawn.ShouldBeFalse());
    }

    [Fact]
    public void What_the_lead_could_not_have_committed_changes_nothing()
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Answer(_net.Acceptance("P9")));
        var unseen = _net.Acceptance("P3");
        unseen.SawVersion = 7;
        _net.Deliver(_net.Answer(unseen));
        _net.Deliver(_net.Answer(_net.Acceptance("P2")));
        _net.Deliver(_net.Answer(_net.Decline("P2")));
        _net.Deliver(_net.Answer(_net.Question("P2")));
        var state = _net.At(Leeds);
        state.Child("P9").ShouldBeNull();
        state.Child("P3")!.Taken.ShouldBeNull();
        state.Child("P2")!.Answer.ShouldBeOfType<ChildAnswer.Taken>();
        state.Child("P2")!.Turns.Count.ShouldBe(1);
    }

    [Fact]
    public void A_copy_that_accepts_holds_nothing()
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Send(to: Health));
        _net.Deliver(_net.Write(Health, Leeds, message => message.Accepted = _net.Acceptance("P2")));
        _net.At(Health).Side.ShouldBe(Side.Copy);
        _net.At(Health).Child("P2")!.Taken.ShouldBeNull();
        _net.At(Leeds).Child("P2")!.Taken.ShouldBeNull();
        _net.At(Leeds).Copies.ShouldHaveSingleItem().ShouldSatisfyAllConditions(copy => copy.Agency.ShouldBe(Health), copy => copy.DeliveredAt.ShouldNotBeNull());
    }

    [Theory]
    [InlineData(Leeds)]
    [InlineData(Sandwell)]
    public void Misdirected_locks_content_on_both_sides_whoever_says_it(string who)
    {
        _net.Deliver(_net.Send());
        _net.Deliver(_net.Write(who, who == Leeds ? Sandwell : Leeds, message => message.Misdirected = new() { By = Gwen, At = _net.Acceptance().At }));
        foreach (var agency in new[] { Leeds, Sandwell })
            _net.At(agency).ShouldSatisfyAllConditions(state => state.IsLocked.ShouldBeTrue(), state => state.Misdirected!.SaidBy.ShouldBe(who), state => FlowOf.StateOf(state).ShouldBe(State.Misdirected));
    }

    [Fact]
    public void Refused_and_held_are_what_the_ledger_knows_beside_the_messages()
    {
        _net.Local = new() { RefusedAt = _net.Now };
        FlowOf.StateOf(_net.At(Leeds)).ShouldBe(State.Refused);
        _net.Local = new() { HeldSince = _net.Now };
        var sent = _net.Send();
        FlowOf.StateOf(_net.At(Leeds)).ShouldBe(State.Held);
        _net.Deliver(sent);
        FlowOf.StateOf(_net.At(Leeds)).ShouldBe(State.Delivered);
    }

    [Fact]
    public void When_it_was_made_is_read_from_the_id_and_is_the_same_at_both_ledgers()
    {
        var sent = _net.Send();
        var madeAt = _net.Now;
        _net.Now = _net.Now.AddHours(5);
        _net.Deliver(sent);
        _net.At(Sandwell).Versions[0].MadeAt.ShouldBe(madeAt);
        _net.At(Leeds).Versions[0].MadeAt.ShouldBe(madeAt);
        new Exchanged(new() { Id = "not an id" }, madeAt).MadeAt.ShouldBe(madeAt);
    }
}
