using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.V1;
using static InfoSharing.Tests.Component.Answers.Network;
using Reason = InfoSharing.V1.Declined.Types.Reason;
using Step = InfoSharing.V1.Withdrawn.Types.Step;

namespace InfoSharing.Tests.Component.Answers;

public sealed class ActsTests
{
    private readonly Network _net = new(Samples.Complete());

    public ActsTests() => _net.Deliver(_net.Send());

    [Fact]
    public void The_lead_may_accept_decline_and_ask()
    {
        LeadActs.Accept(_net.At(Sandwell), _net.Acceptance("P2", "P3", "P4"), []).IsGo.ShouldBeTrue();
        LeadActs.Decline(_net.At(Sandwell), _net.Decline("P2")).IsGo.ShouldBeTrue();
        LeadActs.Ask(_net.At(Sandwell), _net.Question("P2")).IsGo.ShouldBeTrue();
        LeadActs.Acknowledge(_net.At(Sandwell), _net.Acceptance()).IsGo.ShouldBeTrue();
    }

    [Fact]
    public void Nothing_can_be_done_with_a_transfer_that_has_not_come()
    {
        var net = new Network(Samples.Complete());
        var state = net.At(Sandwell);
        Verdict[] verdicts =
        [
            LeadActs.Accept(state, net.Acceptance("P2"), []), LeadActs.Decline(state, net.Decline("P2")), LeadActs.Ask(state, net.Question("P2")), LeadActs.Acknowledge(state, net.Acceptance()),
            SenderActs.Supply(state, net.Next()), SenderActs.Withdraw(state, Words("x")), SenderActs.Correct(state, new()), EitherSideActs.Misdirect(state, new()),
        ];
        verdicts.Select(Code).ShouldAllBe(code => code == "not-known");
        LeadActs.AnswerToWithdrawal(state).ShouldBeNull();
    }

    [Fact]
    public void An_acknowledgement_takes_no_child()
    {
        Code(LeadActs.Acknowledge(_net.At(Sandwell), _net.Acceptance("P2"))).ShouldBe("takes-nobody");
        _net.Deliver(_net.Answer(_net.Acceptance()));
        _net.At(Leeds).ShouldSatisfyAllConditions(state => state.AcknowledgedAt.ShouldNotBeNull(), state => state.Children.ShouldAllBe(child => child.Taken == null));
    }

    [Fact]
    public void Only_the_lead_answers()
    {
        _net.Deliver(_net.Send(to: Health));
        foreach (var agency in new[] { Leeds, Health })
        {
            Code(LeadActs.Accept(_net.At(agency), _net.Acceptance("P2"), [])).ShouldBe("not-the-lead");
            Code(LeadActs.Decline(_net.At(agency), _net.Decline("P2"))).ShouldBe("not-the-lead");
            Code(LeadActs.Ask(_net.At(agency), _net.Question("P2"))).ShouldBe("not-the-lead");
        }
    }

    [Fact]
    public void An_answer_to_an_old_version_is_aborted()
    {
        var old = _net.Acceptance("P2");
        _net.Deliver(_net.Send(_net.Next()));
        var no = LeadActs.Accept(_net.At(Sandwell), old, []).No.ShouldNotBeNull();
        no.ShouldSatisfyAllConditions(one => one.Code.ShouldBe("newer-version"), one => one.Kind.ShouldBe(NoKind.Aborted), one => one.Words.ShouldContain("Version 2"));
        LeadActs.Accept(_net.At(Sandwell), _net.Acceptance("P2"), []).IsGo.ShouldBeTrue();
    }

    [Fact]
    public void A_version_that_waits_for_its_predecessor_cannot_be_answered_and_neither_can_the_one_before_it()
    {
        var old = _net.Acceptance("P2");
        var missing = _net.Write(Leeds, Sandwell, message => message.Corrected = new() { Field = "move.date" });
        _net.Deliver(_net.Send(_net.Next()));
        Code(LeadActs.Accept(_net.At(Sandwell), old, [])).ShouldBe("newer-version");
        Code(LeadActs.Accept(_net.At(Sandwell), _net.Acceptance("P2"), [])).ShouldBe("early-version");
        _net.Deliver(missing);
        LeadActs.Accept(_net.At(Sandwell), _net.Acceptance("P2"), []).IsGo.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(5u)]
    public void An_answer_names_a_version_that_there_is(uint saw)
    {
        var said = _net.Acceptance("P2");
        said.SawVersion = saw;
        Code(LeadActs.Accept(_net.At(Sandwell), said, [])).ShouldBe("no-such-version");
    }

    [Fact]
    public void A_child_is_accepted_once_and_never_declined_after()
    {
        _net.Deliver(_net.Answer(_net.Acceptance("P2")));
        var no = LeadActs.Accept(_net.At(Sandwell), _net.Acceptance("P2", "P3"), []).No.ShouldNotBeNull();
        no.ShouldSatisfyAllConditions(one => one.Code.ShouldBe("already-accepted"), one => one.Kind.ShouldBe(NoKind.FailedPrecondition), one => one.Children.ShouldBe(["P2"]));
        Code(LeadActs.Decline(_net.At(Sandwell), _net.Decline("P2"))).ShouldBe("already-accepted");
        LeadActs.Accept(_net.At(Sandwell), _net.Acceptance("P3"), []).IsGo.ShouldBeTrue();
    }

    [Fact]
    public void Only_children_whom_the_transfer_moves_are_answered_for()
    {
        LeadActs.Accept(_net.At(Sandwell), _net.Acceptance("P1", "P2", "P99"), []).No!.ShouldSatisfyAllConditions(no => no.Code.ShouldBe("child-not-in-transfer"), no => no.Children.ShouldBe(["P1", "P99"]));
        Code(LeadActs.Accept(_net.At(Sandwell), _net.Acceptance(), [])).ShouldBe("no-children");
    }

    [Fact]
    public void A_child_under_an_order_that_stays_is_not_accepted_while_the_others_are()
    {
        var net = new Network(WithOrder(Samples.Complete(), "P3"));
        net.Deliver(net.Send());
        LeadActs.Accept(net.At(Sandwell), net.Acceptance("P2", "P3"), []).No!.ShouldSatisfyAllConditions(no => no.Code.ShouldBe("order-stays"), no => no.Children.ShouldBe(["P3"]));
        LeadActs.Accept(net.At(Sandwell), net.Acceptance("P2", "P4"), []).IsGo.ShouldBeTrue();
        LeadActs.Decline(net.At(Sandwell), net.Decline("P3")).IsGo.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-11-01", true)] // over
    [InlineData("2026-11-02", false)] // its last day
    [InlineData("", false)]
    public void An_order_stays_to_the_end_of_its_last_day(string endsOn, bool mayAccept)
    {
        var net = new Network(WithOrder(Samples.Complete(), "P3", order => order.EndsOn = endsOn));
        net.Deliver(net.Send());
        LeadActs.Accept(net.At(Sandwell), net.Acceptance("P3"), []).IsGo.ShouldBe(mayAccept);
    }

    [Theory]
    [InlineData("DO1", true)]
    [InlineData("", false)]
    public void An_order_moves_with_the_courts_word_and_its_document(string document, bool mayAccept)
    {
        var net = new Network(WithOrder(Samples.Complete(), "P3", order => (order.MovesBy, order.MovesByDocument) = (Court.Types.Order.Types.MovesBy.CourtDirection, document)));
        net.Deliver(net.Send());
        LeadActs.Accept(net.At(Sandwell), net.Acceptance("P3"), []).IsGo.ShouldBe(mayAccept);
    }

    [Fact]
    public void A_conference_does_not_accept_a_child_whose_papers_are_owed()
    {
        Owed[] owed = [new() { RuleId = "IS-901", Params = { ["child"] = "P3" } }];
        LeadActs.Accept(_net.At(Sandwell), _net.Acceptance("P2", "P3"), owed).No!.ShouldSatisfyAllConditions(no => no.Code.ShouldBe("papers-needed"), no => no.Children.ShouldBe(["P3"]));
        LeadActs.Accept(_net.At(Sandwell), _net.Acceptance("P2"), owed).IsGo.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Reason.Unspecified, "words", "no-reason")]
    [InlineData((Reason)77, "words", "no-reason")]
    [InlineData(Reason.Other, " ", "no-words")]
    public void A_decline_has_a_reason_from_the_list_and_words(Reason reason, string words, string code)
    {
        var said = _net.Decline("P2");
        (said.Reason, said.Words) = (reason, Words(words));
        var no = LeadActs.Decline(_net.At(Sandwell), said).No.ShouldNotBeNull();
        no.ShouldSatisfyAllConditions(one => one.Code.ShouldBe(code), one => one.Kind.ShouldBe(NoKind.InvalidArgument));
    }

    [Fact]
    public void Every_answer_has_a_name_and_a_time()
    {
        var nameless = _net.Acceptance("P2");
        nameless.By = null;
        Code(LeadActs.Accept(_net.At(Sandwell), nameless, [])).ShouldBe("no-name");
        var timeless = _net.Question("P2");
        timeless.At = null;
        Code(LeadActs.Ask(_net.At(Sandwell), timeless)).ShouldBe("no-time");
    }

    [Fact]
    public void An_alert_is_acknowledged_never_accepted_declined_or_withdrawn()
    {
        var net = Alert(Transfer.Types.Urgency.NonCrisis);
        Code(LeadActs.Accept(net.At(Sandwell), net.Acceptance("P1"), [])).ShouldBe("alert-is-acknowledged");
        Code(LeadActs.Decline(net.At(Sandwell), net.Decline("P1"))).ShouldBe("alert-is-acknowledged");
        Code(LeadActs.Acknowledge(net.At(Sandwell), net.Acceptance("P1"))).ShouldBe("alert-is-acknowledged");
        Code(SenderActs.Withdraw(net.At(Leeds), Words("They came back."))).ShouldBe("alert-is-corrected");
        LeadActs.Acknowledge(net.At(Sandwell), net.Acceptance()).IsGo.ShouldBeTrue();
        LeadActs.Ask(net.At(Sandwell), net.Question("P1")).IsGo.ShouldBeTrue();
        net.Deliver(net.Answer(net.Acceptance()));
        net.At(Leeds).AcknowledgedAt.ShouldNotBeNull();
    }

    [Fact]
    public void A_crisis_alert_is_never_questioned_back()
    {
        var net = Alert(Transfer.Types.Urgency.Crisis);
        Code(LeadActs.Ask(net.At(Sandwell), net.Question("P1"))).ShouldBe("crisis-is-not-questioned");
        LeadActs.Acknowledge(net.At(Sandwell), net.Acceptance()).IsGo.ShouldBeTrue();
    }

    [Fact]
    public void After_a_withdrawal_nothing_is_answered_and_the_ledger_says_withdrawn()
    {
        _net.Deliver(_net.Withdraw());
        Code(LeadActs.Accept(_net.At(Sandwell), _net.Acceptance("P2"), [])).ShouldBe("withdrawn");
        var answer = LeadActs.AnswerToWithdrawal(_net.At(Sandwell)).ShouldNotBeNull();
        answer.Step.ShouldBe(Step.Withdrawn);
        _net.Deliver(_net.Answer(answer));
        LeadActs.AnswerToWithdrawal(_net.At(Sandwell)).ShouldBeNull();
        Code(LeadActs.Accept(_net.At(Sandwell), _net.Acceptance("P2"), [])).ShouldBe("withdrawn");
        Code(SenderActs.Supply(_net.At(Leeds), _net.Next())).ShouldBe("withdrawn");
        LeadActs.Keep(_net.At(Sandwell), new Keeping { Keeps = Withdrawn.Types.ReceiverKeeps.Contact, By = Gwen, Because = Words("Their grandmother lives here.") }).IsGo.ShouldBeTrue();
    }

    [Fact]
    public void A_withdrawal_after_an_acceptance_is_too_late_and_says_since_when()
    {
        var said = _net.Acceptance("P2");
        _net.Answer(said);
        SenderActs.Withdraw(_net.At(Leeds), Words("They came back.")).IsGo.ShouldBeTrue(); // the sender cannot know yet
        _net.Deliver(_net.Withdraw());
        var answer = LeadActs.AnswerToWithdrawal(_net.At(Sandwell)).ShouldNotBeNull();
        answer.ShouldSatisfyAllConditions(one => one.Step.ShouldBe(Step.TooLate), one => one.AcceptedAt.ShouldBe(said.At));
        _net.Answer(answer);
        LeadActs.Accept(_net.At(Sandwell), _net.Acceptance("P3"), []).IsGo.ShouldBeTrue();
    }

    [Fact]
    public void The_sender_withdraws_once_in_words_and_not_what_it_knows_to_be_accepted()
    {
        Code(SenderActs.Withdraw(_net.At(Leeds), Words(""))).ShouldBe("no-words");
        Code(SenderActs.Withdraw(_net.At(Sandwell), Words("x"))).ShouldBe("not-the-sender");
        _net.Deliver(_net.Answer(_net.Acceptance("P2")));
        Code(SenderActs.Withdraw(_net.At(Leeds), Words("They came back."))).ShouldBe("too-late");
    }

    [Fact]
    public void The_next_version_is_one_higher_and_the_same_transfer()
    {
        SenderActs.Supply(_net.At(Leeds), _net.Next()).IsGo.ShouldBeTrue();
        Code(SenderActs.Supply(_net.At(Leeds), _net.Transfer)).ShouldBe("newer-version");
        Code(SenderActs.Supply(_net.At(Leeds), _net.Next(next => next.Version = 3))).ShouldBe("version-gap");
        Code(SenderActs.Supply(_net.At(Leeds), _net.Next(next => next.Lead.Agency = Health))).ShouldBe("not-that-transfer");
        Code(SenderActs.Supply(_net.At(Sandwell), _net.Next())).ShouldBe("not-the-sender");
    }

    [Fact]
    public void A_correction_says_what_changed_and_why_at_any_time()
    {
        var said = new Corrected { Field = "move.date", Was = Words("2026-10-12"), Is = Words("2026-10-13"), Reason = Words("Misheard.") };
        SenderActs.Correct(_net.At(Leeds), said).IsGo.ShouldBeTrue();
        Code(SenderActs.Correct(_net.At(Leeds), new(said) { Is = said.Was })).ShouldBe("nothing-corrected");
        Code(SenderActs.Correct(_net.At(Leeds), new(said) { Field = "" })).ShouldBe("no-field");
        Code(SenderActs.Correct(_net.At(Leeds), new(said) { Reason = null })).ShouldBe("no-words");
    }

    [Fact]
    public void Misdirected_is_said_once_by_either_side_and_ends_the_answers()
    {
        var said = new Misdirected { By = Gwen, At = _net.Acceptance().At };
        EitherSideActs.Misdirect(_net.At(Sandwell), said).IsGo.ShouldBeTrue();
        EitherSideActs.Misdirect(_net.At(Leeds), said).IsGo.ShouldBeTrue();
        _net.Deliver(_net.Write(Leeds, Sandwell, message => message.Misdirected = said));
        Code(EitherSideActs.Misdirect(_net.At(Sandwell), said)).ShouldBe("already-misdirected");
        Code(LeadActs.Accept(_net.At(Sandwell), _net.Acceptance("P2"), [])).ShouldBe("misdirected");
    }

    internal static Transfer WithOrder(Transfer transfer, string child, Action<Court.Types.Order>? change = null)
    {
        var order = new Court.Types.Order { Item = new() { Id = "OR9" }, Child = child, Kind = Court.Types.Order.Types.Kind.Care, Authority = Leeds, MadeOn = "2026-01-08" };
        change?.Invoke(order);
        transfer.Court.Orders.Add(order);
        return transfer;
    }

    private static Network Alert(Transfer.Types.Urgency urgency)
    {
        var alert = Samples.Alert();
        alert.Urgency = urgency;
        var net = new Network(alert);
        net.Deliver(net.Send());
        return net;
    }

    private static string Code(Verdict verdict) => verdict.No.ShouldNotBeNull().Code;
}
