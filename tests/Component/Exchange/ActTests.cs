using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Tests.Component.Directories;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using State = InfoSharing.V1.ListReply.Types.Entry.Types.State;

namespace InfoSharing.Tests.Component.Exchange;

public sealed class ActTests(Agencies agencies, Officers officers) : IAsyncLifetime
{
    private readonly TwoAgencies _two = new(agencies, officers);

    private TwoAgencies.Side Leeds => _two.Leeds;

    private TwoAgencies.Side Sandwell => _two.Sandwell;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _two.DisposeAsync();

    [Fact]
    public async Task A_family_moves_whole_and_responsibility_passes_child_by_child_while_one_stays_under_Leeds_order()
    {
        var transfer = _two.Clean();
        transfer.Kind = Transfer.Types.Kind.FullTransfer;
        transfer.Court.Orders.Add(new Court.Types.Order { Item = new() { Id = "OR9" }, Child = "P4", Kind = Court.Types.Order.Types.Kind.Ico, MadeOn = "2026-10-01" });

        var sent = await Leeds.Send(transfer);
        sent.OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent, sent.Report.ToString());
        (await Leeds.Listed(transfer.Id)).State.ShouldBe(State.Sent);
        await _two.CarryAll();
        (await Leeds.Listed(transfer.Id)).State.ShouldBe(State.Delivered);
        (await Sandwell.Get(transfer.Id)).Transfer.Decisions.ShouldBe(transfer.Decisions);

        await Sandwell.Ask(transfer.Id, 1, "P2", "Who has met Corwin since June?");
        await _two.CarryAll();
        (await Leeds.Listed(transfer.Id)).State.ShouldBe(State.Asked);
        var next = transfer.Clone();
        next.Version = 2;
        next.Claims[0].Text.Text_ += " The health visitor met him in July.";
        (await Leeds.Supply(next)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        await _two.CarryAll();

        (await Should.ThrowAsync<ActNotAllowedException>(() => Sandwell.Accept(transfer.Id, 1, "P2"))).No.Code.ShouldBe("newer-version");
        (await Should.ThrowAsync<ActNotAllowedException>(() => Sandwell.Accept(transfer.Id, 2, "P4"))).No.Code.ShouldBe("order-stays");
        var accepted = await Sandwell.Accept(transfer.Id, 2, "P2", "P3");
        accepted.CaseResponsibility.ToDictionary(one => one.Child, one => one.Holder)
            .ShouldBe(new Dictionary<string, string> { ["P2"] = "sandwell-social-care", ["P3"] = "sandwell-social-care", ["P4"] = "leeds-social-care" }, ignoreOrder: true);

        // Until Leeds has stored it, both watch.
        (await Leeds.Flow(transfer.Id)).Children.Single(child => child.Child == "P2").Reads.ShouldBe(FlowReply.Types.ChildNow.Types.Reads.OursUnlessAcceptanceOnItsWay);
        await _two.CarryAll();
        foreach (var side in new[] { Leeds, Sandwell })
        {
            var flow = await side.Flow(transfer.Id);
            flow.Children.ToDictionary(child => child.Child, child => child.Holder)
                .ShouldBe(new Dictionary<string, string> { ["P2"] = "sandwell-social-care", ["P3"] = "sandwell-social-care", ["P4"] = "leeds-social-care" }, ignoreOrder: true);
            flow.MustActNow.ShouldBe("sandwell-social-care");
            flow.State.ShouldBe(State.PartAnswered);
            (await side.Ledger.VerifyAsync(null, TwoAgencies.Stop)).Holds.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_refused_hand_over_is_kept_and_its_alert_goes_at_once_and_the_mended_one_goes_under_the_same_id()
    {
        var transfer = _two.Clean();
        var decision = transfer.Decisions[0];
        var reasoning = decision.Reasoning;
        decision.Reasoning = new();

        var refused = await Leeds.Send(transfer);
        refused.Report.Findings.ShouldContain(finding => finding.RuleId == "IS-102");
        refused.Refused.AlertSent.ShouldBeTrue();
        (await Leeds.Send(transfer)).ShouldBe(refused, "the same again gets the first answer, and no second alert");
        await _two.CarryAll();
        (await Sandwell.Get(refused.Refused.Alert.Id)).Transfer.Kind.ShouldBe(Transfer.Types.Kind.Notification);
        (await Sandwell.Listed(refused.Refused.Alert.Id)).State.ShouldBe(State.Delivered);
        (await Leeds.Listed(transfer.Id)).State.ShouldBe(State.Refused);

        decision.Reasoning = reasoning;
        transfer.ReplacesRefusal = refused.Refused.RefusalId;
        (await Leeds.Send(transfer)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        await _two.CarryAll();
        var flow = await Leeds.Flow(transfer.Id);
        flow.Steps.Single(step => step.What == "refused").OtherId.ShouldBe(refused.Refused.Alert.Id);
        flow.Steps.Single(step => step.What == "sent").OtherId.ShouldBe(refused.Refused.RefusalId);
        flow.Steps.Select(step => step.Number).ShouldBeSubsetOf(new uint[] { 2, 3, 5, 7, 8, 10, 11, 12 });
        (await Leeds.Acts.Report.Run(new() { Id = refused.Refused.RefusalId }, Leeds.Caller, TwoAgencies.Stop)).Report.ShouldBe(refused.Report);
    }

    [Fact]
    public async Task Without_an_alert_where_none_was_wanted_the_refusal_alone_is_kept()
    {
        var transfer = _two.Clean();
        transfer.Decisions[0].Reasoning = new();
        var refused = await Leeds.Send(transfer, alert: false);
        refused.Refused.AlertSent.ShouldBeFalse();
        refused.Refused.Alert.ShouldNotBeNull("it is offered");
        (await Leeds.Ledger.NextDueAsync(TwoAgencies.Stop)).ShouldBeNull();
        (await Leeds.Flow(transfer.Id)).Clocks.ShouldContain(clock => clock.Name == "refused_without_alert" && !clock.Answered);
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_ALREADY_EXISTS_and_so_is_the_same_request_id()
    {
        var transfer = _two.Clean();
        var first = await Leeds.Send(transfer);
        (await Leeds.Send(transfer)).ShouldBe(first);
        transfer.Move.Reason.Text_ = "Something else.";
        await Should.ThrowAsync<OtherContentException>(() => Leeds.Send(transfer));
        await Leeds.Send(_two.Clean(), requestId: "r1");
        await Should.ThrowAsync<OtherContentException>(() => Leeds.Send(_two.Clean(), requestId: "r1"));
    }

    [Fact]
    public async Task Two_sends_of_one_request_id_in_the_same_batch_fail_no_neighbour()
    {
        var twice = _two.Clean();
        var others = Enumerable.Range(0, 8).Select(_ => _two.Clean()).ToList();
        var sends = new[] { Leeds.Send(twice, requestId: "one"), Leeds.Send(twice, requestId: "one") }.Concat(others.Select(other => Leeds.Send(other))).ToList();
        var replies = await Task.WhenAll(sends);
        replies[0].ShouldBe(replies[1]);
        replies.ShouldAllBe(reply => reply.OutcomeCase == SendReply.OutcomeOneofCase.Sent);
        (await Leeds.Ledger.MessagesAsync(Guid.Parse(twice.Id), TwoAgencies.Stop)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_leads_own_settings_ask_beyond_the_senders_comes_back_as_questions_that_are_nobodys_turn()
    {
        var transfer = _two.Clean();
        foreach (var contact in transfer.ContactArrangements)
            if (contact.IntelligenceCheck is { Done: ContactArrangement.Types.IntelligenceCheck.Types.Done.Yes } check) check.Date = "2026-09-30"; // five weeks ago
        _two.Change(directory => directory.Settings.Add(new DirectorySettings
        {
            Agency = "sandwell-social-care",
            Settings = new() { Thresholds = { new Settings.Types.Threshold { RuleId = "IS-208", Name = "months", Value = 1 } } },
        }));
        await Leeds.Send(transfer);
        await _two.CarryAll();
        var asked = (await Leeds.Get(transfer.Id)).Messages.Single(message => message.BodyCase == Message.BodyOneofCase.Asked).Asked;
        asked.RuleQuestions.ShouldNotBeEmpty();
        asked.RuleQuestions.ShouldAllBe(question => question.RuleId == "IS-208");
        asked.By.Role.ShouldBe("this agency's own rules");
        var flow = await Leeds.Flow(transfer.Id);
        flow.Children.ShouldAllBe(child => child.Answer == FlowReply.Types.ChildNow.Types.Answer.Open);
        flow.Flow.AcknowledgedAt.ShouldBeNull("nobody has read it yet");
        (await Leeds.Events(transfer.Id)).ShouldContain("rules-asked");
    }

    [Fact]
    public async Task A_number_that_the_agency_knows_somebody_else_by_is_said_at_the_next_send()
    {
        var first = _two.Clean();
        await Leeds.Send(first);
        var second = _two.Clean();
        (await Leeds.Send(second.Clone())).Report.Findings.ShouldNotContain(finding => finding.RuleId == "IS-909", "the same person");

        var third = _two.Clean();
        var child = third.Persons.First(person => person.Identifiers.Count > 0);
        child.DateOfBirth = "2001-02-03";
        foreach (var name in child.Names) name.Family = "Quennell";
        (await Leeds.Send(third)).Report.Findings.ShouldContain(finding => finding.RuleId == "IS-909");
    }

    [Fact]
    public async Task A_withdrawal_that_overtakes_its_transfer_waits_and_is_answered_when_that_comes()
    {
        var transfer = _two.Clean();
        await Leeds.Send(transfer);
        await Leeds.Withdraw(transfer.Id);
        await _two.Carry(Leeds, Sandwell); // lane 1 before lane 2: the withdrawal comes first
        (await Sandwell.Events(transfer.Id)).ShouldBe(["early", "received", "withdrawal-asked", "withdrawn"]);
        await _two.CarryAll();
        (await Leeds.Listed(transfer.Id)).State.ShouldBe(State.Withdrawn);
        (await Should.ThrowAsync<ActNotAllowedException>(() => Sandwell.Accept(transfer.Id, 1, "P2"))).No.Code.ShouldBe("withdrawn");
    }

    [Fact]
    public async Task Of_an_acceptance_and_a_withdrawal_the_first_one_in_the_leads_ledger_wins()
    {
        var transfer = _two.Clean();
        transfer.Kind = Transfer.Types.Kind.FullTransfer;
        await Leeds.Send(transfer);
        await _two.CarryAll();
        await Leeds.Withdraw(transfer.Id);
        await Sandwell.Accept(transfer.Id, 1, "P2");
        await _two.CarryAll();
        (await Leeds.Events(transfer.Id)).ShouldContain("too-late");
        (await Leeds.Flow(transfer.Id)).Children.Single(child => child.Child == "P2").Holder.ShouldBe("sandwell-social-care");
    }

    [Fact]
    public async Task Receipts_that_are_lost_are_given_again_and_nothing_is_doubled()
    {
        var transfer = _two.Clean();
        await Leeds.Send(transfer);
        for (var i = 0; i < 3; i++) await _two.Carry(Leeds, Sandwell, receiptsLost: true);
        await _two.CarryAll();
        (await Sandwell.Events(transfer.Id)).ShouldBe(["received"]);
        (await Leeds.Events(transfer.Id)).ShouldBe(["sent", "delivered"]);
    }

    [Fact]
    public async Task A_hand_over_to_whom_the_directory_does_not_hold_is_refused_with_every_reason_and_recorded_and_a_notification_is_held_with_the_number_to_ring()
    {
        var transfer = _two.Clean();
        _two.Change(directory => directory.Agreements.Clear());
        (await Should.ThrowAsync<CannotBeSentException>(() => Leeds.Send(transfer))).Message.ShouldContain("No agreement");
        _two.Change(directory => directory.Agencies[1].Sealing.Clear());
        (await Should.ThrowAsync<CannotBeSentException>(() => Leeds.Send(transfer))).Message.ShouldContain("no key to seal with for sandwell-social-care");
        (await Leeds.Audit(transfer.Id)).ShouldBe(["refuse", "refuse"]);

        var alert = InfoSharing.Tests.Samples.Alert();
        alert.From.Agency = "leeds-social-care";
        alert.Lead = new() { Agency = "sandwell-social-care" };
        var held = (await Leeds.Send(alert)).Sent.Held.ShouldHaveSingleItem();
        held.ShouldSatisfyAllConditions(one => one.Agency.ShouldBe("sandwell-social-care"), one => one.Phone.ShouldBe("0113 496 0000"));
        (await Leeds.Listed(alert.Id)).State.ShouldBe(State.Held);
        _two.Change(_ => { });
        await _two.CarryAll();
        (await Leeds.Listed(alert.Id)).State.ShouldBe(State.Delivered);
    }

    [Fact]
    public async Task What_is_not_here_and_what_is_another_agencys_answer_alike()
    {
        var transfer = _two.Clean();
        await Leeds.Send(transfer); // not carried: Sandwell does not know it
        var unknown = (await Should.ThrowAsync<NotHereException>(() => Sandwell.Get(Guid.CreateVersion7(_two.Clock.GetUtcNow()).ToString()))).Message;
        (await Should.ThrowAsync<NotHereException>(() => Sandwell.Get(transfer.Id))).Message.ShouldBe(unknown);
        (await Should.ThrowAsync<NotHereException>(() => Sandwell.Flow(transfer.Id))).Message.ShouldBe(unknown);
        (await Should.ThrowAsync<ActNotAllowedException>(() => Sandwell.Accept(transfer.Id, 1, "P2"))).No.Code.ShouldBe("not-known");
        await Should.ThrowAsync<NotHereException>(() => Sandwell.Get("no id"));
    }

    [Fact]
    public async Task An_agency_sends_for_itself_alone()
    {
        var fault = await Should.ThrowAsync<NotATransferException>(() => Sandwell.Send(_two.Clean()));
        fault.Faults.ShouldHaveSingleItem().Field.ShouldBe("from.agency");
    }

    [Fact]
    public async Task Acts_and_views_are_recorded_with_who_role_agency_and_why()
    {
        var transfer = _two.Clean();
        await Leeds.Send(transfer);
        await Leeds.Get(transfer.Id);
        await Leeds.Withdraw(transfer.Id);
        (await Leeds.Audit(transfer.Id)).ShouldBe(["send", "view", "withdraw"]);
        var record = Act.Parser.ParseFrom((await Leeds.Ledger.AuditAsync(Guid.Parse(transfer.Id), TwoAgencies.Stop))[2].Detail.Open());
        record.ShouldSatisfyAllConditions(
            one => one.Actor.ShouldBe("leeds-social-care's own system"), one => one.Role.ShouldBe("system"), one => one.Agency.ShouldBe("leeds-social-care"),
            one => one.Reason.Text_.ShouldBe("They stay in Leeds after all."));
    }

    [Fact]
    public async Task Watch_gives_every_event_in_order_and_never_a_word_of_the_transfer()
    {
        var transfer = _two.Clean();
        await Leeds.Send(transfer);
        await _two.CarryAll();
        await Sandwell.Ask(transfer.Id, 1, "P2", "Who has met him?");
        await _two.CarryAll();
        var seen = new List<WatchReply>();
        await foreach (var one in Leeds.Ledger.WatchAsync(0, TwoAgencies.Stop))
        {
            if (InfoSharing.Exchange.Transfers.Events.Read(one) is { } reply) seen.Add(reply);
            if (seen.Count == 3) break;
        }
        seen.Select(reply => reply.Event).ShouldBe(["sent", "delivered", "asked"]);
        seen.Select(reply => reply.Cursor).ShouldBeInOrder();
        seen[0].Message.Transfer.ShouldBeNull();
        seen[2].Message.Asked.Questions.ShouldHaveSingleItem().Text_.ShouldBe("Who has met him?");
    }
}
