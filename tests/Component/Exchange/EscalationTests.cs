using InfoSharing.Exchange.Escalating;
using InfoSharing.Tests.Component.Directories;
using InfoSharing.Tests.Component.Ledger;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using Microsoft.Extensions.DependencyInjection;
using Why = InfoSharing.V1.Notice.Types.Why;

namespace InfoSharing.Tests.Component.Exchange;

/// <summary>Clocks that run out, and what is not delivered in time.</summary>
public sealed class EscalationTests(Agencies agencies, Officers officers) : IAsyncLifetime
{
    private readonly TwoAgencies _two = new(agencies, officers);

    private TwoAgencies.Side Leeds => _two.Leeds;

    private TwoAgencies.Side Sandwell => _two.Sandwell;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _two.DisposeAsync();

    [Fact]
    public async Task A_crisis_that_nobody_acknowledges_is_told_once_for_each_role_in_both_ledgers_and_changes_no_state()
    {
        var transfer = _two.Clean();
        (transfer.Kind, transfer.Urgency) = (Transfer.Types.Kind.FullTransfer, Transfer.Types.Urgency.Crisis);
        await Leeds.Send(transfer);
        await _two.CarryAll();
        var state = (await Leeds.Listed(transfer.Id)).State;

        await PassAndLook(TimeSpan.FromMinutes(60));
        (await Told(Sandwell, transfer.Id, "arrival")).ShouldBeEmpty();
        await PassAndLook(TimeSpan.FromMinutes(1));
        await PassAndLook(TimeSpan.FromMinutes(1));
        foreach (var side in new[] { Leeds, Sandwell })
            (await Told(side, transfer.Id, "arrival")).ShouldHaveSingleItem().ShouldBe(new Notice.Types.Told { Agency = "sandwell-social-care", Role = "OUT_OF_HOURS_TEAM", Contact = "0113 496 0001", OutOfHours = true });
        await PassAndLook(TimeSpan.FromHours(9)); // slept through the next role's hour
        foreach (var side in new[] { Leeds, Sandwell })
        {
            (await Told(side, transfer.Id, "arrival")).Select(told => told.Role).ShouldBe(["OUT_OF_HOURS_TEAM", "DUTY_MANAGER"]);
            (await side.Listed(transfer.Id)).ShouldSatisfyAllConditions(entry => entry.State.ShouldBe(state), entry => entry.RunOut.ShouldBeTrue());
            (await side.Ledger.VerifyAsync(null, TwoAgencies.Stop)).Holds.ShouldBeTrue();
        }
        await Sandwell.Acknowledge(transfer.Id);
        await _two.CarryAll();
        await PassAndLook(TimeSpan.FromMinutes(1));
        (await Sandwell.Listed(transfer.Id)).RunOut.ShouldBeFalse();
        (await Told(Sandwell, transfer.Id, "arrival")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_alert_without_a_receipt_is_undelivered_after_an_hour_goes_on_being_sent_and_the_receipt_ends_it()
    {
        var alert = Alert();
        await Leeds.Send(alert);
        await PassAndLook(TimeSpan.FromMinutes(60));
        (await Leeds.Events(alert.Id)).ShouldBe(["sent"]);
        await PassAndLook(TimeSpan.FromMinutes(1));
        var flow = await Leeds.Flow(alert.Id);
        flow.Undelivered.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            one => one.To.ShouldBe("sandwell-social-care"), one => one.Why.ShouldBe(Why.ReceiverAway), one => one.Phone.ShouldBe("0113 496 0001"), one => one.Since.ShouldBe(flow.Flow.SentAt));
        flow.Steps.ShouldContain(step => step.What == "undelivered");
        (await Leeds.Listed(alert.Id)).Undelivered.ShouldBeTrue();

        await _two.CarryAll();
        (await Leeds.Flow(alert.Id)).Undelivered.ShouldBeEmpty();
        await PassAndLook(TimeSpan.FromMinutes(6));
        (await Leeds.Listed(alert.Id)).Undelivered.ShouldBeFalse();
        (await Leeds.Events(alert.Id)).Where(kind => kind != "escalated").ShouldBe(["sent", "undelivered", "delivered"]);
        (await Sandwell.Events(alert.Id)).ShouldContain("received");
    }

    [Fact]
    public async Task What_cannot_go_is_owed_by_telephone_until_the_call_is_recorded_and_both_sides_see_it()
    {
        _two.Change(directory => directory.Agencies[1].Sealing.Clear());
        var alert = Alert();
        (await Leeds.Send(alert)).Sent.Held.ShouldHaveSingleItem();
        await PassAndLook(TimeSpan.FromMinutes(61));
        (await Leeds.Flow(alert.Id)).Undelivered.ShouldHaveSingleItem().Why.ShouldBe(Why.NoKey);
        (await Leeds.Owed()).Owed.Single(one => one.Owed.Item == "phone").ShouldSatisfyAllConditions(one => one.RunOut.ShouldBeTrue(), one => one.Owes.ShouldBe("leeds-social-care"), one => one.To.ShouldBe("sandwell-social-care"));
        (await Leeds.Flow(alert.Id)).Escalated.ShouldContain(one => one.Notice.Clock == "owed" && one.Notice.Item == "phone");

        (await Should.ThrowAsync<InfoSharing.Exchange.Api.Failing.ActNotAllowedException>(() => Leeds.RecordCall(alert.Id, "", _two.Clock.GetUtcNow()))).No.Code.ShouldBe("no-name");
        (await Should.ThrowAsync<InfoSharing.Exchange.Api.Failing.ActNotAllowedException>(() => Leeds.RecordCall(alert.Id, "Priya Nandakumar", _two.Clock.GetUtcNow().AddHours(1)))).No.Code.ShouldBe("time-to-come");
        (await Should.ThrowAsync<InfoSharing.Exchange.Api.Failing.ActNotAllowedException>(() => Leeds.RecordCall(alert.Id, "Priya Nandakumar", _two.Clock.GetUtcNow(), "leeds-police"))).No.Code.ShouldBe("not-a-recipient");
        (await Leeds.RecordCall(alert.Id, "Priya Nandakumar", _two.Clock.GetUtcNow())).Agency.ShouldBe("sandwell-social-care");
        (await Leeds.Owed()).Owed.ShouldNotContain(one => one.Owed.Item == "phone");
        (await Leeds.Audit(alert.Id)).ShouldContain("call");

        _two.Change(_ => { });
        await _two.CarryAll();
        (await Sandwell.Get(alert.Id)).Messages.ShouldContain(message => message.BodyCase == Message.BodyOneofCase.Called && message.Called.SpokeTo.Name == "Priya Nandakumar");
    }

    [Fact]
    public async Task A_hand_over_that_waits_is_undelivered_after_its_working_day_and_a_message_in_time_is_not()
    {
        var transfer = _two.Clean();
        transfer.Kind = Transfer.Types.Kind.FullTransfer;
        await Leeds.Send(transfer);
        await PassAndLook(TimeSpan.FromHours(30)); // Tuesday 23:55
        (await Leeds.Events(transfer.Id)).ShouldNotContain("undelivered");
        await PassAndLook(TimeSpan.FromMinutes(6));
        (await Leeds.Events(transfer.Id)).Count(kind => kind == "undelivered").ShouldBe(1);
        await PassAndLook(TimeSpan.FromDays(10));
        (await Leeds.Events(transfer.Id)).Count(kind => kind == "undelivered").ShouldBe(1);
        (await Leeds.Ledger.DueLanesAsync(_two.Clock.GetUtcNow(), TwoAgencies.Stop)).ShouldNotBeEmpty("it goes on being sent");
    }

    [Fact]
    public async Task A_setting_of_the_area_that_the_officers_sign_is_followed()
    {
        _two.Change(directory => directory.Settings.Add(new DirectorySettings
        {
            Settings = new() { Clocks = { new Settings.Types.Clock { Name = "undelivered_crisis", Unit = Settings.Types.Clock.Types.Unit.ElapsedHours, Length = 3 } } },
        }));
        var alert = Alert();
        await Leeds.Send(alert);
        await PassAndLook(TimeSpan.FromMinutes(179));
        (await Leeds.Events(alert.Id)).ShouldNotContain("undelivered");
        await PassAndLook(TimeSpan.FromMinutes(2));
        (await Leeds.Events(alert.Id)).ShouldContain("undelivered");
    }

    [Fact]
    public async Task What_is_owed_over_all_transfers_stands_in_one_list_the_next_due_first_on_both_sides()
    {
        var (early, late) = (Alert(), _two.Clean());
        late.Marac.Minutes = late.Marac.ActionPlan = "";
        late.DocumentsNotHeld.Clear();
        await Leeds.Send(early);
        (await Leeds.Send(late)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        await _two.CarryAll();
        var ours = await Leeds.Owed();
        ours.Owed.Select(one => one.Owed.Due.ToDateTimeOffset()).ShouldBeInOrder();
        ours.Owed.Select(one => one.TransferId).Distinct().ShouldBe([early.Id, late.Id]);
        ours.Owed.ShouldContain(one => one.Owed.RuleId == "IS-908" && one.TransferId == late.Id);
        (await Sandwell.Owed()).Owed.ShouldBe(ours.Owed);
    }

    [Fact]
    public async Task Where_a_view_leaves_something_out_both_sides_have_what_the_sender_owes_by_the_whole_and_nothing_of_what_is_left_out()
    {
        var transfer = _two.Clean();
        transfer.Marac.Minutes = transfer.Marac.ActionPlan = "";
        transfer.DocumentsNotHeld.Clear();
        var claim = transfer.Claims[0].Clone();
        (claim.Item.Id, claim.Item.Handling.DataClass) = ("C77", Handling.Types.DataClass.ImmigrationStatus); // named for nobody
        transfer.Claims.Add(claim);
        (await Leeds.Send(transfer)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        await _two.CarryAll();
        (await Sandwell.Get(transfer.Id)).Withheld.ShouldBeGreaterThan(0u);
        var ours = (await Leeds.Flow(transfer.Id)).Owed;
        ours.Select(owed => owed.RuleId).ShouldBe(["IS-908"]);
        (await Sandwell.Flow(transfer.Id)).Owed.ShouldBe(ours);

        var report = new Report { Owed = { new Owed { RuleId = "IS-102", Field = "claims[C77].text" }, new Owed { RuleId = "IS-908", Field = "marac" } } };
        new InfoSharing.Exchange.Api.Sending.Outbox(Leeds.Keys).MessagesOf(InfoSharing.Exchange.Transfers.WrittenTransfer.Of(transfer), [transfer.Lead], report, next: false, _two.Clock.GetUtcNow())
            .ShouldHaveSingleItem().Owed.Owed.Select(owed => owed.RuleId).ShouldBe(["IS-908"]);
    }

    [Fact]
    public async Task Of_two_processes_on_one_ledger_one_says_it()
    {
        var database = TestPostgres.NewDatabase();
        var settings = new Dictionary<string, string?> { ["Ledger:Engine"] = "postgres", ["Ledger:Connection"] = database.Connection, ["Ledger:PasswordFile"] = database.PasswordFile };
        var clock = new TestClock();
        await using (var one = await RunningExchange.Start(clock, settings))
        await using (var other = await RunningExchange.Start(clock, settings))
        {
            var alert = InfoSharing.Tests.Samples.Alert();
            alert.From.Agency = RunningExchange.Agency;
            await one.Client.SendAsync(new SendRequest { Transfer = alert }, cancellationToken: TwoAgencies.Stop);
            clock.Pass(TimeSpan.FromMinutes(61));
            await Task.WhenAll(Enumerable.Range(0, 6).Select(turn => (turn % 2 == 0 ? one : other).Services.GetRequiredService<EscalationPass>().RunAsync(TwoAgencies.Stop)));
            var said = (await other.Ledger.EventsAsync(Guid.Parse(alert.Id), TwoAgencies.Stop)).Where(kind => kind.Kind is "undelivered" or "escalated").Select(kind => InfoSharing.Exchange.Transfers.Events.Read(kind)!).ToList();
            said.ShouldNotBeEmpty();
            said.Select(reply => (reply.Event, reply.Notice.Clock, reply.Notice.Item, reply.Notice.Child, reply.Notice.Step, reply.Message?.Id)).ShouldBeUnique();
            (await one.Ledger.VerifyAsync(null, TwoAgencies.Stop)).Holds.ShouldBeTrue();
        }
        database.Drop();
    }

    private Transfer Alert()
    {
        var alert = InfoSharing.Tests.Samples.Alert();
        alert.Id = Guid.CreateVersion7(_two.Clock.GetUtcNow()).ToString();
        (alert.From.Agency, alert.Lead) = ("leeds-social-care", new() { Agency = "sandwell-social-care" });
        return alert;
    }

    private async Task PassAndLook(TimeSpan time)
    {
        _two.Clock.Pass(time);
        await Leeds.LookAtClocks();
        await Sandwell.LookAtClocks();
    }

    private static async Task<IReadOnlyList<Notice.Types.Told>> Told(TwoAgencies.Side side, string id, string clock) =>
        [.. (await side.Flow(id)).Escalated.Where(one => one.Notice.Clock == clock).SelectMany(one => one.Notice.Told)];
}
