using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Delivery.Dispatch;
using InfoSharing.Tests.Component.Directories;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using Lane = InfoSharing.V1.Parcel.Types.Lane;

namespace InfoSharing.Tests.Component.Delivery;

public sealed class WindowTests(Agencies agencies)
{
    [Fact]
    public async Task While_a_receiver_is_down_at_most_32_parcels_are_on_their_way_though_2000_messages_wait_and_no_lane_starves()
    {
        await using var network = await Network.Make(agencies);
        network.Leeds.Settings["Delivery:ParcelMessages"] = "10";
        await network.Leeds.Start(delivery: false);
        var lanes = new[] { Lane.AlertsAndAnswers, Lane.Transfers, Lane.Documents };
        await network.Leeds.SendMany(network.Sandwell, 800, lane: Lane.AlertsAndAnswers);
        await network.Leeds.SendMany(network.Sandwell, 800, lane: Lane.Transfers);
        await network.Leeds.SendMany(network.Sandwell, 400, lane: Lane.Documents);
        await network.Leeds.Down();
        await network.Leeds.Start();
        network.Leeds.Carrier.Decide = _ => Fate.Lost; // a bus takes it, and nobody is there

        var most = 0;
        for (var handedOver = 32; handedOver <= 4 * 32; handedOver += 32)
        {
            await network.Leeds.Carrier.Until(handedOver);
            // Woken again and again, it still sends no more.
            for (var i = 0; i < 5; i++) await network.Leeds.Write();
            most = Math.Max(most, network.Leeds.OnTheWayTo(network.Sandwell));
            var window = network.Leeds.Carrier.HandedOver[(handedOver - 32)..];
            window.Count.ShouldBe(32);
            lanes.Select(lane => window.Count(parcel => parcel.Lane == lane)).ShouldBe([16, 12, 4]);
            network.Clock.Pass(TimeSpan.FromSeconds(6.1)); // past every jitter of the first delay: the bus has dropped them
        }
        most.ShouldBe(32);

        network.Leeds.Carrier.Decide = _ => Fate.Carried;
        await network.Sandwell.Start();
        var done = network.Leeds.UntilDone(2000);
        while (!done.IsCompleted) await network.Tick();
        await done;
        network.Sandwell.Ask<long>("select count(*) from incoming").ShouldBe(2000);
    }

    [Fact]
    public void A_comparison_takes_no_place_and_what_lies_behind_it_keeps_its_own_until_the_comparison_expires()
    {
        var clock = new ManualClock(DateTimeOffset.UnixEpoch);
        var window = new OnItsWay(clock);
        window.AddBeside("sandwell-police", Lane.AlertsAndAnswers, clock.GetUtcNow().AddMinutes(10));
        window.Room("sandwell-police", Lane.AlertsAndAnswers).ShouldBe(16);
        window.Add(new("sandwell-police", Lane.AlertsAndAnswers, clock.GetUtcNow().AddSeconds(5), []));
        clock.Move(TimeSpan.FromMinutes(9)); // its own time is over, and the queue drops what stands first alone
        window.Room("sandwell-police", Lane.AlertsAndAnswers).ShouldBe(15);
        window.Count("sandwell-police").ShouldBe(1);
        clock.Move(TimeSpan.FromMinutes(2));
        window.Room("sandwell-police", Lane.AlertsAndAnswers).ShouldBe(16);
    }

    // A receiver that was too slow for the first delays, behind a question that lives for minutes: it was found by the long run under faults, which stood still for those minutes.
    [Fact]
    public async Task What_takes_the_last_place_lives_as_long_as_what_is_before_it_so_that_its_receipt_opens_the_lane()
    {
        await using var network = await Network.Make(agencies);
        network.Leeds.Settings["Delivery:ParcelMessages"] = "1";
        await network.Leeds.Start();
        await network.Sandwell.Start();
        network.Leeds.Service<OnItsWay>().AddBeside(network.Sandwell.Name, Lane.Transfers, network.Clock.GetUtcNow().AddMinutes(10));
        network.Leeds.Carrier.Decide = parcel => parcel.ExpiresIn < TimeSpan.FromMinutes(1) ? Fate.Lost : Fate.Carried;
        await network.Leeds.SendMany(network.Sandwell, 40);
        var window = (await network.Leeds.Carrier.Until(12))[..12];
        window[..11].ShouldAllBe(parcel => parcel.ExpiresIn < TimeSpan.FromSeconds(6.1));
        window[11].ExpiresIn.ShouldBe(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(1));

        network.Leeds.Carrier.Decide = _ => Fate.Carried;
        var began = network.Clock.GetUtcNow();
        var done = network.Leeds.UntilDone(40);
        while (!done.IsCompleted) await network.Tick();
        await done;
        (network.Clock.GetUtcNow() - began).ShouldBeLessThan(TimeSpan.FromMinutes(5), "half of what the question lives; a second passes at each tick, however little is done in it");
    }

    [Fact]
    public async Task A_resend_keeps_the_ids_carries_a_fresh_time_and_waits_twice_as_long_each_time_up_to_the_longest()
    {
        await using var network = await Network.Make(agencies);
        network.Leeds.Settings["Reconciling:EveryMinutes"] = "1440"; // what is counted here is resends alone
        await network.Leeds.Start();
        network.Leeds.Carrier.Decide = _ => Fate.Lost;
        var id = await network.Leeds.Send(network.Sandwell);
        var delays = new List<TimeSpan>();
        var parcels = new List<Parcel>();
        for (var attempt = 1; attempt <= 11; attempt++)
        {
            var parcel = (await network.Leeds.Carrier.Until(attempt))[attempt - 1];
            delays.Add(parcel.ExpiresIn);
            parcels.Add(network.Sandwell.Opened(parcel.SealedParcel));
            ((await network.Leeds.Ledger.NextDueAsync(Network.Stop))!.Value - network.Clock.GetUtcNow()).ShouldBe(parcel.ExpiresIn, TimeSpan.FromMilliseconds(1));
            network.Clock.Pass(parcel.ExpiresIn - TimeSpan.FromMilliseconds(2));
            await network.Leeds.Write();
            network.Leeds.Carrier.HandedOver.Count.ShouldBe(attempt);
            network.Clock.Pass(TimeSpan.FromMilliseconds(3));
        }
        for (var i = 0; i < delays.Count; i++)
        {
            var even = Math.Min(5 * Math.Pow(2, i), 900);
            delays[i].TotalSeconds.ShouldBeInRange(even * 0.8, even * 1.2);
        }
        parcels.Select(parcel => Message.Parser.ParseFrom(parcel.Messages.Single().Message).Id).Distinct().ShouldBe([id.ToString()]);
        parcels.Select(parcel => parcel.Messages.Single().Message).Distinct().Count().ShouldBe(1);
        parcels.Select(parcel => parcel.Id).Distinct().Count().ShouldBe(parcels.Count);
        parcels.Select(parcel => parcel.MadeAt.ToDateTimeOffset()).ShouldBeInOrder();
    }

    [Fact]
    public async Task What_a_clock_that_was_a_day_ahead_put_off_goes_when_it_is_right_again()
    {
        await using var network = await Network.Make(agencies);
        network.Leeds.Settings["Delivery:LookSeconds"] = "1";
        network.Leeds.Settings["Delivery:ParcelMessages"] = "1";
        await network.Leeds.Start();
        network.Leeds.Carrier.Decide = _ => Fate.Lost; // as a receiver does that opens nothing of tomorrow's
        network.Clock.Pass(TimeSpan.FromDays(1));
        await network.Leeds.SendMany(network.Sandwell, 40);
        await network.Leeds.Carrier.Until(12); // the lane's share is on its way
        for (var tries = 0; tries < 500 && network.Leeds.OnTheWayTo(network.Sandwell) != 12; tries++) await Task.Delay(10, Network.Stop); // its sender may note the last one a moment later
        network.Leeds.OnTheWayTo(network.Sandwell).ShouldBe(12);

        network.Clock.Pass(TimeSpan.FromDays(-1));
        network.Leeds.Carrier.Decide = _ => Fate.Carried;
        await network.Sandwell.Start();
        var done = network.Leeds.UntilDone(40);
        while (!done.IsCompleted)
        {
            await network.Leeds.Write(); // its timers ring tomorrow: something else wakes it
            await network.Tick();
        }
        await done;
        network.Sandwell.Ask<long>("select count(*) from incoming").ShouldBe(40);
        network.Leeds.Logs.Said.ShouldContain("by a clock that had been ahead");
        (await network.Leeds.Ledger.DueAfterAsync(network.Clock.GetUtcNow(), 1, Network.Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fresh_message_does_not_wait_as_long_as_those_that_were_tried_often()
    {
        await using var network = await Network.Make(agencies);
        await network.Leeds.Start();
        network.Leeds.Carrier.Decide = _ => Fate.Lost;
        await network.Leeds.Send(network.Sandwell);
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            var parcel = (await network.Leeds.Carrier.Until(attempt))[attempt - 1];
            network.Clock.Pass(parcel.ExpiresIn + TimeSpan.FromMilliseconds(1));
        }
        await network.Leeds.Carrier.Until(5);
        await network.Leeds.Send(network.Sandwell);
        (await network.Leeds.Carrier.Until(6))[5].ExpiresIn.ShouldBeLessThan(TimeSpan.FromSeconds(6.1));
    }

    [Fact]
    public async Task Receipts_alone_take_no_place_and_get_no_receipt()
    {
        await using var network = await Network.Running(agencies);
        await network.Leeds.SendMany(network.Sandwell, 50);
        await network.Leeds.UntilDone(50);
        network.Sandwell.OnTheWayTo(network.Leeds).ShouldBe(0);
        network.Sandwell.Carrier.HandedOver.ConvertAll(parcel => network.Leeds.Opened(parcel.SealedParcel)).ShouldAllBe(parcel => parcel.Messages.Count == 0 && parcel.Lane == Lane.AlertsAndAnswers);
        network.Sandwell.Carrier.HandedOver.Sum(parcel => network.Leeds.Opened(parcel.SealedParcel).Receipts.Count).ShouldBe(50);
        network.Leeds.Ask<long>("select count(*) from incoming").ShouldBe(0);
    }

    [Fact]
    public async Task A_parcel_that_was_confirmed_too_late_keeps_its_place_until_it_expires()
    {
        await using var network = await Network.Make(agencies);
        (network.Leeds.Settings["Delivery:ParcelMessages"], network.Leeds.Settings["Delivery:SendSeconds"]) = ("1", "1");
        network.Leeds.Wrap = carrier => new LateCarrier(carrier);
        await network.Leeds.Start();
        await network.Leeds.SendMany(network.Sandwell, 40);
        await network.Leeds.Until(() => Task.FromResult(network.Leeds.OnTheWayTo(network.Sandwell) == Lanes.ShareOf(Parcel.Types.Lane.Transfers)));
        network.Clock.Pass(TimeSpan.FromSeconds(2)); // each send's time is over, and each parcel may lie in the queue
        await network.Leeds.Write();
        network.Leeds.OnTheWayTo(network.Sandwell).ShouldBe(Lanes.ShareOf(Parcel.Types.Lane.Transfers));
        network.Leeds.Carrier.HandedOver.Count.ShouldBe(Lanes.ShareOf(Parcel.Types.Lane.Transfers));
    }

    [Fact]
    public async Task Receipts_ride_with_an_answer_that_goes_the_same_way()
    {
        await using var network = await Network.Make(agencies);
        await network.Sandwell.Start(delivery: false);
        var receipt = new Receipt { MessageId = network.Sandwell.NewId().ToString(), Recipient = network.Sandwell.Name };
        network.Sandwell.Service<ReceiptsToGive>().Give(network.Leeds.Name, [receipt]);
        await network.Sandwell.Send(network.Leeds, lane: Lane.AlertsAndAnswers);
        network.Sandwell.Carrier.Decide = _ => Fate.Lost;
        var onTheirWay = new List<Task>();
        await network.Sandwell.Service<ParcelSender>().SendDueAsync(network.Leeds.Name, Lane.AlertsAndAnswers, onTheirWay, Network.Stop);
        await Task.WhenAll(onTheirWay);
        var parcel = network.Leeds.Opened(network.Sandwell.Carrier.HandedOver.Single().SealedParcel);
        (parcel.Messages.Count, parcel.Receipts.Single()).ShouldBe((1, receipt));
    }

    // Takes what it is given, and says so too late.
    private sealed class LateCarrier(IParcelCarrier carrier) : IParcelCarrier
    {
        public bool IsReachable => carrier.IsReachable;

        public Task SendAsync(string recipient, Parcel.Types.Lane lane, byte[] sealedParcel, TimeSpan expiresIn, CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
