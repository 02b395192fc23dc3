using System.Text;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Delivery.Bus.Rabbit;
using InfoSharing.Exchange.Development;
using InfoSharing.Tests.Component.Delivery;
using InfoSharing.Tests.Component.Parcels;
using Lane = InfoSharing.V1.Parcel.Types.Lane;

namespace InfoSharing.Tests.Component.Broker;

public sealed class BrokerDeliveryTests(Agencies agencies, SharedBroker shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_over_the_broker_arrives_once_and_its_receipts_come_back()
    {
        await using var network = await BrokerNetwork.Running(agencies, await shared.Get());
        await Task.WhenAll(network.Leeds.SendMany(network.Sandwell, 300), network.Sandwell.SendMany(network.Leeds, 300, lane: Lane.Documents), network.Leeds.SendMany(network.Sandwell, 20, lane: Lane.AlertsAndAnswers));
        await Task.WhenAll(network.Leeds.UntilDone(320), network.Sandwell.UntilDone(300));
        foreach (var (side, came) in new[] { (network.Sandwell, 320L), (network.Leeds, 300L) })
        {
            side.Ask<long>("select count(*) from incoming").ShouldBe(came);
            side.Ask<long>("select count(*) from event where kind = 'received'").ShouldBe(came);
            side.Ask<long>("select count(*) from quarantine").ShouldBe(0);
            (await side.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
        }
        network.Leeds.Logs.Said.ShouldNotContain("Error");
    }

    [Fact]
    public async Task A_parcel_signed_by_one_agency_and_sent_through_anothers_exchange_is_quarantined()
    {
        await using var network = await BrokerNetwork.Running(agencies, await shared.Get());
        network.Leeds.Carrier.Decide = _ => Fate.Lost;
        await network.Leeds.Send(network.Sandwell);
        var parcel = (await network.Leeds.Carrier.Until(1))[0];
        await using var police = await network.Host.Connect("leeds-police");
        await using var channel = await police.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), Stop);
        await RabbitMQ.Client.IChannelExtensions.BasicPublishAsync(channel, BrokerNames.ExchangeOf("leeds-police"), BrokerNames.QueueOf(network.Sandwell.Name, Lane.Transfers), mandatory: true, parcel.SealedParcel, Stop);
        await network.Sandwell.UntilQuarantined(1);
        network.Sandwell.Reasons().ShouldBe(["sender-differs"]);
        network.Sandwell.Ask<long>("select count(*) from incoming").ShouldBe(0);
    }

    [Fact]
    public async Task What_no_queue_takes_was_not_taken()
    {
        await using var network = await BrokerNetwork.Running(agencies, await shared.Get());
        await Should.ThrowAsync<BusUnavailableException>(() => network.Leeds.Service<IParcelCarrier>().SendAsync("leeds-health", Lane.Transfers, [1], TimeSpan.FromMinutes(1), Stop));
        network.Leeds.Carrier.IsReachable.ShouldBeTrue();
    }

    [Fact]
    public async Task A_parcel_leaves_the_queue_when_its_messages_are_due_again()
    {
        await using var network = await BrokerNetwork.Make(agencies, await shared.Get());
        await network.Leeds.Start();
        await network.Leeds.Service<IParcelCarrier>().SendAsync(network.Sandwell.Name, Lane.Transfers, [1], TimeSpan.FromSeconds(1), Stop);
        await using var depth = await QueueDepth.Of(network.Host, network.Sandwell.Name);
        (await depth.Of(Lane.Transfers)).ShouldBe(1);
        await depth.Until(Lane.Transfers, 0);
    }

    [Fact]
    public async Task While_the_ledger_is_down_parcels_stay_on_the_broker_and_nothing_runs_hot()
    {
        await using var network = await BrokerNetwork.Make(agencies, await shared.Get());
        foreach (var side in new[] { network.Leeds, network.Sandwell }) side.Settings["Delivery:ResendFirstSeconds"] = "60"; // nothing is sent again meanwhile
        network.Sandwell.Settings["Bus:LedgerPauseSeconds"] = "1";
        await network.Leeds.Start();
        await network.Sandwell.Start();
        network.Sandwell.Engine.Ceiling = network.Sandwell.Ask<long>("pragma page_count");
        using var parcels = new Counted("infosharing.parcels.received", network.Sandwell);
        await network.Leeds.SendMany(network.Sandwell, 30, i => new string('w', 20_000));
        await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System, Stop);
        network.Sandwell.Ask<long>("select count(*) from incoming").ShouldBeLessThan(30);
        network.Sandwell.Logs.Said.ShouldContain("The ledger is full or down");
        parcels.Count.ShouldBeLessThan(100, "each parcel comes once a second, and no more of them than the prefetch");

        network.Sandwell.Engine.Ceiling = 1_000_000;
        await network.Leeds.UntilDone(30);
        network.Sandwell.Ask<long>("select count(*) from incoming").ShouldBe(30);
        network.Leeds.Ask<long>("select max(attempts) from outgoing").ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_password_is_said_without_it_and_a_right_one_in_the_same_file_is_found()
    {
        await using var network = await BrokerNetwork.Make(agencies, await shared.Get());
        var file = Path.Combine(Path.GetDirectoryName(network.Host.PasswordFile("x"))!, $"{network.Host.Name}.password");
        const string Wrong = "Not-The-Password-9";
        PrivateFiles.Write(file, Encoding.ASCII.GetBytes(Wrong));
        var right = await File.ReadAllTextAsync(network.Host.PasswordFile(network.Leeds.Name), Stop);
        network.Leeds.Settings["Bus:PasswordFile"] = file;
        await network.Leeds.Start();
        await network.Sandwell.Start();
        network.Leeds.Carrier.IsReachable.ShouldBeFalse();
        network.Leeds.Logs.Said.ShouldContain("The broker cannot be reached for sending (it refuses our user or password)");
        await network.Leeds.Send(network.Sandwell);
        await File.WriteAllTextAsync(file, right, Stop);
        await network.Leeds.UntilDone(1);
        network.Leeds.Carrier.IsReachable.ShouldBeTrue();
        network.Leeds.Logs.Said.ShouldNotContain(Wrong);
        network.Leeds.Logs.Said.ShouldNotContain(right);
    }

    [Fact]
    public async Task On_a_broker_that_was_not_prepared_it_says_what_to_run_and_goes_on_when_that_was_done()
    {
        await using var network = await BrokerNetwork.Make(agencies, await shared.Get());
        await using (var administrator = await network.Host.ConnectAdministrator())
        await using (var channel = await administrator.CreateChannelAsync(cancellationToken: Stop))
            await channel.ExchangeDeleteAsync(BrokerNames.ExchangeOf(network.Leeds.Name), cancellationToken: Stop);
        await network.Leeds.Start();
        await network.Sandwell.Start();
        network.Leeds.Carrier.IsReachable.ShouldBeFalse();
        network.Leeds.Logs.Said.ShouldContain("it has no exchange or queue for us): run 'infosharing broker prepare'");
        await network.Leeds.Send(network.Sandwell);
        await network.Host.Prepare([.. agencies.All.Select(one => one.Agency)]);
        await network.Leeds.UntilDone(1);
    }
}
