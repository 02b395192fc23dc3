using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Tests.Component.Directories;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using ClosedBy = InfoSharing.V1.Flow.Types.Disagreement.Types.ClosedBy;
using Keeps = InfoSharing.V1.Withdrawn.Types.ReceiverKeeps;
using Step = InfoSharing.V1.Withdrawn.Types.Step;

namespace InfoSharing.Tests.Component.Exchange;

/// <summary>What happens after sending: corrections, withdrawals, disagreements.</summary>
public sealed class LifeTests(Agencies agencies, Officers officers) : IAsyncLifetime
{
    private const string Threshold = "decisions[D1].threshold";
    private readonly TwoAgencies _two = new(agencies, officers);

    private TwoAgencies.Side Leeds => _two.Leeds;

    private TwoAgencies.Side Sandwell => _two.Sandwell;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _two.DisposeAsync();

    [Fact]
    public async Task A_correction_is_told_once_and_both_sides_show_what_it_said_what_it_says_and_why()
    {
        var transfer = await Sent();

        var first = await Leeds.Correct(transfer.Id, Threshold, "significant harm", requestId: "one");
        (await Leeds.Correct(transfer.Id, Threshold, "significant harm", requestId: "one")).ShouldBe(first, "the same request again gets the first answer");
        await Should.ThrowAsync<OtherContentException>(() => Leeds.Correct(transfer.Id, Threshold, "child in need", requestId: "one"));
        first.Told.ShouldBe(["sandwell-social-care"]);
        await _two.CarryAll();

        foreach (var side in new[] { Leeds, Sandwell })
        {
            var read = await side.Get(transfer.Id);
            read.Transfer.Decisions[0].Threshold.ShouldBe("likely significant harm", "the transfer stands as it was sent");
            var flow = await side.Flow(transfer.Id);
            foreach (var corrected in new[] { read.Corrections.ShouldHaveSingleItem(), flow.Corrections.ShouldHaveSingleItem() })
                corrected.ShouldSatisfyAllConditions(
                    one => one.Field.ShouldBe(Threshold), one => one.Was.Text_.ShouldBe("likely significant harm"), one => one.Is.Text_.ShouldBe("significant harm"),
                    one => one.Reason.Text_.ShouldBe("It was written down wrongly."), one => one.By.Org.ShouldBe("leeds-social-care"));
            (await side.Events(transfer.Id)).Count(kind => kind == "corrected").ShouldBe(1);
            (await side.Ledger.VerifyAsync(null, TwoAgencies.Stop)).Holds.ShouldBeTrue();
        }
        (await Leeds.Audit(transfer.Id)).ShouldContain("correct");
        (await Leeds.Correct(transfer.Id, Threshold, "child in need")).Corrected.Was.Text_.ShouldBe("significant harm", "what is corrected is what it says by now");
    }

    [Fact]
    public async Task An_alert_is_never_withdrawn_and_is_corrected_and_a_disputed_statement_is_shown_beside_its_dispute()
    {
        var alert = InfoSharing.Tests.Samples.Alert();
        alert.Id = Guid.CreateVersion7(_two.Clock.GetUtcNow()).ToString();
        (alert.From.Agency, alert.Lead) = ("leeds-social-care", new() { Agency = "sandwell-social-care" });
        await Leeds.Send(alert);
        (await Should.ThrowAsync<ActNotAllowedException>(() => Leeds.Withdraw(alert.Id))).No.Code.ShouldBe("alert-is-corrected");
        await Leeds.Correct(alert.Id, "alert.worry", "She says that nobody hurt her.", "She disputes what was written.", disputedBy: alert.Persons[0].Ref);
        await _two.CarryAll();
        (await Sandwell.Get(alert.Id)).Corrections.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            one => one.Was.ShouldBe(new Text { Text_ = alert.Alert.Worry.Text_ }), one => one.DisputedBy.ShouldBe(alert.Persons[0].Ref));
    }

    [Fact]
    public async Task Each_recipient_is_told_of_a_correction_as_its_own_view_has_it_and_one_whose_view_withholds_the_field_learns_nothing()
    {
        _two.Change(directory =>
        {
            var health = directory.Agencies[1].Clone();
            health.Id = "sandwell-health";
            health.Signing.Clear(); // each key speaks for one agency: it is not connected, and what goes to it waits
            health.Sealing.Clear();
            directory.Agencies.Add(health);
        });
        var transfer = InfoSharing.Tests.Samples.Complete();
        transfer.Kind = Transfer.Types.Kind.Notification;
        (await Leeds.Send(transfer)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);

        var hidden = await Leeds.Correct(transfer.Id, "locations[LO1].duty_number", "01632 960734");
        (hidden.Told, hidden.NotTold).ShouldBe((["sandwell-social-care"], ["sandwell-health"]));
        (await ToHealth(transfer.Id)).ShouldBeEmpty();

        (await Leeds.Correct(transfer.Id, "move.risk_effect_reason", "The duty number is 01632 960733 now.")).Told.Count.ShouldBe(2);
        var told = (await ToHealth(transfer.Id)).ShouldHaveSingleItem();
        (told.Withheld, told.Corrected.Field, told.Corrected.Was, told.Corrected.Is, told.Corrected.Reason).ShouldBe((1u, "", null, null, null));
        told.ToString().ShouldNotContain("960733");
        (await Leeds.Get(transfer.Id)).Corrections.Count.ShouldBe(2, "the sender sees its own whole");
    }

    [Fact]
    public async Task What_cannot_be_corrected_stores_nothing_and_says_why()
    {
        var transfer = await Sent();
        (await Should.ThrowAsync<FaultyRequestException>(() => Leeds.Correct(transfer.Id, "decisions[D1].treshold", "x"))).Faults.ShouldHaveSingleItem().Words.ShouldContain("Did you mean \"threshold\"?");
        (await Should.ThrowAsync<ActNotAllowedException>(() => Leeds.Correct(transfer.Id, Threshold, "significant harm", reason: " "))).No.Code.ShouldBe("no-words");
        (await Should.ThrowAsync<ActNotAllowedException>(() => Sandwell.Correct(transfer.Id, Threshold, "significant harm"))).No.Code.ShouldBe("not-the-sender");
        var next = transfer.Clone();
        next.Version = 2;
        next.Claims[0].Text.Text_ += " More is known.";
        await Leeds.Supply(next);
        (await Should.ThrowAsync<ActNotAllowedException>(() => Leeds.Correct(transfer.Id, Threshold, "significant harm"))).No.Kind.ShouldBe(InfoSharing.Exchange.Answers.Acting.NoKind.Aborted);
        (await Leeds.Events(transfer.Id)).ShouldNotContain("corrected");
    }

    [Fact]
    public async Task After_a_withdrawal_the_receiver_says_what_it_does_with_what_it_knows_and_both_sides_show_it()
    {
        var transfer = await Sent();
        (await Should.ThrowAsync<ActNotAllowedException>(() => Sandwell.Keep(transfer.Id, Keeps.ActedOn))).No.Code.ShouldBe("nothing-to-answer");
        await Leeds.Withdraw(transfer.Id);
        await _two.CarryAll();
        (await Leeds.Flow(transfer.Id)).Withdrawal.Step.ShouldBe(Step.Withdrawn);

        (await Should.ThrowAsync<ActNotAllowedException>(() => Sandwell.Keep(transfer.Id, default))).No.Code.ShouldBe("no-choice");
        (await Should.ThrowAsync<ActNotAllowedException>(() => Sandwell.Keep(transfer.Id, Keeps.Contact))).No.Code.ShouldBe("no-words");
        (await Should.ThrowAsync<ActNotAllowedException>(() => Leeds.Keep(transfer.Id, Keeps.ActedOn))).No.Code.ShouldBe("not-the-lead");
        await Sandwell.Keep(transfer.Id, Keeps.Contact, "Their grandmother lives here.");
        await _two.CarryAll();
        foreach (var side in new[] { Leeds, Sandwell })
        {
            (await side.Flow(transfer.Id)).Withdrawal.ShouldSatisfyAllConditions(
                one => one.ReceiverKeeps.ShouldBe(Keeps.Contact), one => one.KeepsBecause.Text_.ShouldBe("Their grandmother lives here."), one => one.Reason.Text_.ShouldBe("They stay in Leeds after all."));
            (await side.Events(transfer.Id)).ShouldContain("withdrawal-kept");
        }
    }

    [Fact]
    public async Task The_second_question_opens_a_disagreement_in_both_ledgers_once_and_an_agreement_ends_it()
    {
        var transfer = await Sent(kind: Transfer.Types.Kind.FullTransfer);
        await Sandwell.Ask(transfer.Id, 1, "P2", "Is the move for good?");
        await Sandwell.Ask(transfer.Id, 1, "P2", "Send the file of 2019 first.");
        await _two.CarryAll();
        _two.Clock.Pass(TimeSpan.FromSeconds(10));
        foreach (var side in new[] { Leeds, Sandwell })
        {
            await Task.WhenAll(side.LookAtClocks(), side.LookAtClocks());
            (await side.Events(transfer.Id)).Count(kind => kind == "disagreement-opened").ShouldBe(1);
            var notice = (await side.Flow(transfer.Id)).Escalated.ShouldHaveSingleItem().Notice;
            notice.Told.Select(told => (told.Agency, told.Role, told.Contact)).ShouldBe([("leeds-social-care", "HEAD_OF_SERVICE", "0113 496 0001"), ("sandwell-social-care", "HEAD_OF_SERVICE", "0113 496 0001")], "it is past five");
            (await side.Listed(transfer.Id)).Disagreement.ShouldBeTrue();
        }

        var note = new DisagreementNote { Children = { "P2" }, Words = new() { Text_ = "Leeds visits until the conference of the 12th, which takes them." }, Agreed = true };
        (await Should.ThrowAsync<ActNotAllowedException>(() => Leeds.Note(transfer.Id, note))).No.Code.ShouldBe("no-visitor");
        var (ade, daniel, gwen) = (new Who { Name = "Ade Bamgbose", Role = "social worker" }, new Who { Name = "Daniel Mirza", Role = "head of service" }, new Who { Name = "Gwen Tolliver", Role = "head of service" });
        note.InterimArrangement.Add(new InterimArrangement { Child = "P2", WhoVisits = ade, HowOften = "weekly", AgreedByFrom = daniel, AgreedByTo = gwen });
        await Leeds.Note(transfer.Id, note);
        (await Should.ThrowAsync<ActNotAllowedException>(() => Leeds.Note(transfer.Id, note))).No.Code.ShouldBe("nothing-to-agree");
        await _two.CarryAll();
        foreach (var side in new[] { Leeds, Sandwell })
        {
            await side.LookAtClocks();
            var flow = await side.Flow(transfer.Id);
            flow.Flow.Disagreement.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                one => one.ClosedBy.ShouldBe(ClosedBy.Agreement), one => one.Interim.WhoVisits.ShouldBe(ade),
                one => one.Reasons.Select(reason => reason.Words[0].Text_).ShouldBe(["Is the move for good?", "Send the file of 2019 first.", note.Words.Text_]));
            flow.Children.Single(child => child.Child == "P2").Interim.HowOften.ShouldBe("weekly");
            (await side.Listed(transfer.Id)).Disagreement.ShouldBeFalse();
            (await side.Events(transfer.Id)).Count(kind => kind == "disagreement-agreed").ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_decline_left_unanswered_goes_to_the_heads_and_then_to_the_directors_and_an_acceptance_ends_it()
    {
        var transfer = await Sent(kind: Transfer.Types.Kind.FullTransfer);
        await Sandwell.Decline(transfer.Id, 1, "P2", "They left for Dudley on Friday.");
        await _two.CarryAll();
        _two.Clock.Pass(TimeSpan.FromHours(30)); // Tuesday 23:55
        await Leeds.LookAtClocks();
        (await Leeds.Events(transfer.Id)).ShouldNotContain("disagreement-opened");
        _two.Clock.Pass(TimeSpan.FromMinutes(6));
        foreach (var side in new[] { Leeds, Sandwell }) await side.LookAtClocks();
        foreach (var side in new[] { Leeds, Sandwell }) (await side.Events(transfer.Id)).Count(kind => kind == "disagreement-opened").ShouldBe(1);

        _two.Clock.Pass(TimeSpan.FromDays(2)); // the heads had until Wednesday's end
        await Leeds.LookAtClocks();
        (await Leeds.Flow(transfer.Id)).Escalated.Where(one => one.Notice.Clock == "disagreement_heads").Select(one => one.Notice.Told[0].Role).ShouldBe(["HEAD_OF_SERVICE", "DIRECTOR"]);
        await Sandwell.Accept(transfer.Id, 1, "P2", "P3", "P4");
        await _two.CarryAll();
        (await Leeds.Flow(transfer.Id)).Flow.Disagreement.ShouldHaveSingleItem().ClosedBy.ShouldBe(ClosedBy.Acceptance);
    }

    [Fact]
    public async Task A_crisis_alert_is_acknowledged_and_never_questioned_back()
    {
        var alert = InfoSharing.Tests.Samples.Alert();
        alert.Id = Guid.CreateVersion7(_two.Clock.GetUtcNow()).ToString();
        (alert.From.Agency, alert.Lead, alert.Urgency) = ("leeds-social-care", new() { Agency = "sandwell-social-care" }, Transfer.Types.Urgency.Crisis);
        await Leeds.Send(alert);
        await _two.CarryAll();
        var child = alert.Persons[0].Ref;
        (await Should.ThrowAsync<ActNotAllowedException>(() => Sandwell.Ask(alert.Id, 1, child, "Are you sure?"))).No.Code.ShouldBe("crisis-is-not-questioned");
        (await Should.ThrowAsync<ActNotAllowedException>(() => Sandwell.Note(alert.Id, new() { Children = { child }, Words = new() { Text_ = "Are you sure?" } }))).No.Code.ShouldBe("crisis-is-not-questioned");
        await Sandwell.Acknowledge(alert.Id);
        (await Sandwell.Flow(alert.Id)).Flow.AcknowledgedAt.ShouldNotBeNull();
    }

    private async Task<Transfer> Sent(Transfer.Types.Kind kind = Transfer.Types.Kind.CpTransferIn)
    {
        var transfer = _two.Clean();
        transfer.Kind = kind;
        (await Leeds.Send(transfer)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        await _two.CarryAll();
        return transfer;
    }

    private async Task<IReadOnlyList<Message>> ToHealth(string id) =>
        [.. (await Leeds.Ledger.MessagesAsync(Guid.Parse(id), TwoAgencies.Stop)).Where(one => one.Partner == "sandwell-health" && one.Kind == "corrected").Select(one => Message.Parser.ParseFrom(one.Body.Open()))];
}
