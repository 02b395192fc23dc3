using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Operating;
using InfoSharing.Tests.Component.Delivery;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using Side = InfoSharing.Tests.Component.Delivery.Side;
using SizeBand = InfoSharing.V1.ListWaitingReply.Types.SizeBand;
using State = InfoSharing.V1.RedriveReply.Types.State;

namespace InfoSharing.Tests.Component.Operating;

/// <summary>What operators do, on two agencies that deliver.</summary>
public sealed class OperatingTests(Agencies agencies)
{
    private static readonly Caller Ana = new("ana", Roles.Operator, "leeds-social-care");
    private static readonly Caller Ben = new("ben", Roles.Operator, "leeds-social-care");

    [Fact]
    public async Task What_is_stuck_is_shown_by_queue_and_age_without_its_kind_or_its_size()
    {
        await using var network = await Network.Running(agencies);
        var leeds = network.Leeds;
        leeds.Carrier.Decide = _ => Fate.NotTaken;
        await leeds.Send(network.Sandwell, "short");
        network.Clock.Pass(TimeSpan.FromMinutes(3));
        await leeds.Send(network.Sandwell, new string('x', 70_000), lane: Parcel.Types.Lane.AlertsAndAnswers);
        var act = leeds.Service<ListWaitingAct>();

        var first = await act.Run(new() { PageSize = 1 }, Ana, Network.Stop);
        var second = await act.Run(new() { PageSize = 1, PageToken = first.NextPageToken }, Ana, Network.Stop);
        second.NextPageToken.ShouldBe("");
        new[] { first, second }.Select(page => (page.Waiting.Single().Lane, page.Waiting.Single().Size)).ShouldBe([(Parcel.Types.Lane.Transfers, SizeBand.Small), (Parcel.Types.Lane.AlertsAndAnswers, SizeBand.Large)]);
        first.Queues.Select(queue => (queue.Recipient, queue.Lane, queue.Messages)).ShouldBe([("sandwell-social-care", Parcel.Types.Lane.AlertsAndAnswers, 1ul), ("sandwell-social-care", Parcel.Types.Lane.Transfers, 1ul)]);
        (second.Waiting[0].Since.ToDateTimeOffset() - first.Waiting[0].Since.ToDateTimeOffset()).ShouldBe(TimeSpan.FromMinutes(3));
        first.ToString().ShouldNotContain("contact");
        leeds.Ask<long>("select count(*) from audit where kind = 'inspect'").ShouldBe(2);
        await Should.ThrowAsync<PageTokenException>(() => act.Run(new() { PageToken = "no token of ours" }, Ana, Network.Stop));
    }

    [Fact]
    public async Task What_is_stuck_goes_again_under_the_same_ids_and_is_stored_once()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        leeds.Carrier.Decide = _ => Fate.Lost;
        var ids = await leeds.SendMany(sandwell, 40);
        for (var i = 0; i < 12; i++) network.Clock.Pass(TimeSpan.FromMinutes(5)); // by now each waits for minutes between two tries
        await leeds.Write();

        var dry = await Redrive(network, leeds, new() { Select = new() { Recipient = sandwell.Name }, DryRun = true });
        (dry.Single().State, dry.Single().Of, dry.Single().SetId).ShouldBe((State.DryRun, 40u, ""));
        dry.Single().Messages.Select(one => Guid.Parse(one.MessageId)).ShouldBe(ids, ignoreOrder: true);

        var told = await Redrive(network, leeds, new() { Select = new() { Recipient = sandwell.Name }, Reason = "their broker was mended" }, frozen: () => leeds.Carrier.Decide = _ => Fate.Carried);
        told[0].Messages.Count.ShouldBe(40);
        (told[^1].State, told[^1].Of, told[^1].Again, told[^1].Receipted).ShouldBe((State.Ended, 40u, 40u, 40u));
        sandwell.Ask<long>("select count(*) from incoming").ShouldBe(40);
        sandwell.Ask<long>("select count(*) from event where kind = 'received'").ShouldBe(40);
        (await Should.ThrowAsync<ActNotAllowedException>(() => Redrive(network, leeds, new() { Select = new(), Reason = "again" }))).No.Code.ShouldBe("nothing");
    }

    [Fact]
    public async Task What_has_its_receipt_goes_again_when_it_is_asked_for_is_dropped_there_and_keeps_its_first_receipt()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        var ids = await leeds.SendMany(sandwell, 5);
        await leeds.UntilDone(5);
        var receipt = await leeds.Ledger.ReceiptAsync(ids[0], given: false, Network.Stop);
        var delivered = (await leeds.Ledger.MessageAsync(ids[0], Network.Stop))!.DoneAt;
        network.Clock.Pass(TimeSpan.FromMinutes(1));

        var told = await Redrive(network, leeds, new() { Select = new() { MessageIds = { ids.Select(id => id.ToString("D")) }, DeliveredToo = true }, Reason = "they ask for them" });
        (told[^1].State, told[^1].Receipted).ShouldBe((State.Ended, 5u));
        sandwell.Ask<long>("select count(*) from event where kind = 'received'").ShouldBe(5);
        leeds.Ask<long>("select count(*) from receipt where given = 0").ShouldBe(5);
        (await leeds.Ledger.ReceiptAsync(ids[0], given: false, Network.Stop)).ShouldBe(receipt);
        (await leeds.Ledger.MessageAsync(ids[0], Network.Stop))!.DoneAt.ShouldBe(delivered, "when it was delivered is when it was delivered first");
        (await leeds.Ledger.VerifyAsync(null, Network.Stop)).Holds.ShouldBeTrue();
        var faults = (await Should.ThrowAsync<NotATransferException>(() => Redrive(network, leeds, new() { Select = new() { DeliveredToo = true } }))).Faults;
        faults.Select(fault => fault.Field).ShouldBe(["reason", "select.recipient"]);
    }

    [Fact]
    public async Task A_large_set_waits_for_a_second_person_stops_when_told_and_goes_on_after_a_restart()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        leeds.Carrier.Decide = _ => Fate.Lost;
        await leeds.SendMany(sandwell, 300);
        var frozen = (await Redrive(network, leeds, new() { Select = new(), Reason = "their broker was mended" })).Single();
        (frozen.State, frozen.Of).ShouldBe((State.NeedsSecond, 300u));
        await leeds.Send(sandwell, "after the set was frozen");

        var sets = leeds.Service<RedriveSets>();
        (await Should.ThrowAsync<ActNotAllowedException>(() => Redrive(network, leeds, new() { SetId = frozen.SetId }))).No.Code.ShouldBe("needs-second");
        (await Should.ThrowAsync<ActNotAllowedException>(() => sets.AgreeAsync(new() { SetId = frozen.SetId }, Ana, Network.Stop))).No.Code.ShouldBe("the-same-person");
        await Should.ThrowAsync<NotHereException>(() => sets.AgreeAsync(new() { SetId = leeds.NewId().ToString("D") }, Ben, Network.Stop));
        (await sets.AgreeAsync(new() { SetId = frozen.SetId }, Ben, Network.Stop)).Of.ShouldBe(300u);

        var going = Redrive(network, leeds, new() { SetId = frozen.SetId });
        await leeds.Until(async () => (await sets.FindAsync(frozen.SetId, Network.Stop)).Gone > 0);
        await sets.StopAsync(new() { SetId = frozen.SetId }, Ben, Network.Stop);
        var stopped = (await going)[^1];
        (stopped.State, stopped.Again).ShouldBe((State.Stopped, 256u));

        await leeds.Down();
        await leeds.Start();
        leeds.Carrier.Decide = _ => Fate.Carried;
        var ended = (await Redrive(network, leeds, new() { SetId = frozen.SetId }))[^1];
        (ended.State, ended.Again, ended.Receipted).ShouldBe((State.Ended, 300u, 300u));
        sandwell.Ask<long>("select count(*) from event where kind = 'received'").ShouldBeLessThanOrEqualTo(301);
        leeds.Ask<long>("select count(*) from audit where kind = 'redrive'").ShouldBe(6, "frozen, agreed, gone, stopped, goes on, gone");
    }

    [Fact]
    public async Task A_parcel_that_was_put_aside_for_want_of_a_key_is_opened_again_when_the_directory_has_it()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        network.Partners.Missing = leeds.Name;
        await leeds.Send(sandwell);
        await sandwell.UntilQuarantined(1);
        leeds.Carrier.Decide = _ => Fate.Lost; // what comes again by itself is not what is tested
        var listed = (await sandwell.Service<ListQuarantineAct>().Run(new(), Ben, Network.Stop)).Entries.Single();
        (listed.Reason, listed.Security, listed.Parcel, listed.Sender).ShouldBe(("unknown-sender", true, true, leeds.Name));

        var still = await Retake(sandwell, new() { Ids = { listed.Id } });
        (still[^1].Opened, still[^1].NotOpened).ShouldBe((0u, 1u));
        network.Partners.Missing = null;
        (await Retake(sandwell, new() { Reason = "unknown-sender", DryRun = true })).Single().Ids.ShouldBe([listed.Id]);
        sandwell.Ask<long>("select count(*) from incoming").ShouldBe(0);
        var taken = await Retake(sandwell, new() { Reason = "unknown-sender" });
        (taken[^1].Opened, taken[^1].NotOpened, taken[^1].Ended).ShouldBe((1u, 0u, true));
        sandwell.Ask<long>("select count(*) from incoming").ShouldBe(1);
        await Retake(sandwell, new() { Reason = "unknown-sender" });
        sandwell.Ask<long>("select count(*) from event where kind = 'received'").ShouldBe(1);
        sandwell.Ask<long>("select count(*) from quarantine").ShouldBe(1, "what was put aside stays");
        await Should.ThrowAsync<NotATransferException>(() => Retake(sandwell, new()));
    }

    [Fact]
    public async Task An_operator_has_two_ledgers_compared_and_a_copy_made()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        await leeds.SendMany(sandwell, 3);
        await leeds.UntilDone(3);
        var said = new Told<ReconcileReply>();
        await Ticking(network, leeds.Service<ReconcileAct>().Run(new() { With = sandwell.Name }, Ana, said, Network.Stop));
        (said.All[^1].Heard, said.All[^1].Equal, said.All[^1].Apart).ShouldBe((true, true, 0u));
        await Should.ThrowAsync<NotHereException>(() => leeds.Service<ReconcileAct>().Run(new() { With = "no-such-agency" }, Ana, said, Network.Stop));
        await Should.ThrowAsync<NotHereException>(() => leeds.Service<ReconcileAct>().Run(new() { With = leeds.Name }, Ana, said, Network.Stop));

        var copied = new Told<BackupReply>();
        await leeds.Service<BackupAct>().Run(Ana, copied, Network.Stop);
        copied.All[^1].Position.ShouldBeGreaterThan(0ul);
        Directory.EnumerateFiles(copied.All[^1].Folder).Select(Path.GetFileName).Order().ShouldBe(["ledger.copy", "manifest.json", "manifest.sig"]);
        leeds.Ask<long>("select count(*) from audit where kind in ('backup', 'reconcile')").ShouldBe(2);
    }

    // Time stands still until the set is told: what falls due meanwhile would go by itself.
    private static async Task<List<RedriveReply>> Redrive(Network network, Side side, RedriveRequest request, Action? frozen = null)
    {
        var told = new Told<RedriveReply>();
        var act = side.Service<RedriveAct>().Run(request, Ana, told, Network.Stop);
        while (!act.IsCompleted && told.All.Count == 0) await Task.Delay(5, Network.Stop);
        frozen?.Invoke();
        await Ticking(network, act);
        return told.All;
    }

    private static async Task<List<RetakeReply>> Retake(Side side, RetakeRequest request)
    {
        var told = new Told<RetakeReply>();
        await side.Service<RetakeAct>().Run(request, Ben, told, Network.Stop);
        return told.All;
    }

    private static async Task Ticking(Network network, Task act)
    {
        while (!act.IsCompleted) await network.Tick();
        await act;
    }
}
