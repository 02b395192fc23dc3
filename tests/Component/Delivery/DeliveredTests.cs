using InfoSharing.Exchange.Parcels.Proofs;
using InfoSharing.Exchange.Parcels.Receipts;
using InfoSharing.ServiceDefaults;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using Lane = InfoSharing.V1.Parcel.Types.Lane;

namespace InfoSharing.Tests.Component.Delivery;

public sealed class DeliveredTests(Agencies agencies)
{
    [Fact]
    public async Task A_message_is_delivered_with_its_receipt_and_the_steps_are_in_the_receipt()
    {
        await using var network = await Network.Running(agencies);
        var id = await network.Leeds.Send(network.Sandwell);
        await network.Leeds.UntilDone(1);

        var received = (await network.Sandwell.Ledger.MessageAsync(id, Network.Stop)).ShouldNotBeNull();
        var bytes = received.Body.Open().ShouldNotBeNull();
        bytes.ShouldBe((await network.Leeds.Ledger.MessageAsync(id, Network.Stop))!.Body.Open());
        var given = (await network.Sandwell.Ledger.ReceiptAsync(id, given: true, Network.Stop)).ShouldNotBeNull();
        (await network.Leeds.Ledger.ReceiptAsync(id, given: false, Network.Stop)).ShouldBe(given);
        var receipt = Receipt.Parser.ParseFrom(given);
        ReceiptSigner.IsSignedBy(receipt, [agencies.Sandwell.Signing]).ShouldBeTrue();
        receipt.Sha256.ShouldBe(ReceiptSigner.DigestOf(bytes));
        receipt.Recipient.ShouldBe(network.Sandwell.Name);
        receipt.ParcelId.ShouldBe(network.Sandwell.Opened(network.Leeds.Carrier.HandedOver[0].SealedParcel).Id);
        (receipt.StoredAt, receipt.OpenedAt, receipt.ParcelMadeAt).ShouldBe((receipt.StoredAt, receipt.StoredAt, receipt.StoredAt)); // time stood still
        receipt.JudgedAt.ShouldBeNull();
        receipt.Software.ShouldNotBeEmpty();
        receipt.SenderHead.Length.ShouldBe(32);
        (await network.Leeds.Ledger.VerifyAsync(null, Network.Stop)).Holds.ShouldBeTrue();
        (await network.Sandwell.Ledger.VerifyAsync(null, Network.Stop)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task Each_message_of_a_full_parcel_is_proven_alone_by_what_is_kept_beside_it()
    {
        await using var network = await Network.Make(agencies);
        await network.Leeds.Start(delivery: false);
        var ids = await network.Leeds.SendMany(network.Sandwell, 37);
        await network.Leeds.Down();
        await network.Sandwell.Start();
        await network.Leeds.Start();
        await network.Leeds.UntilDone(ids.Count);

        network.Leeds.Carrier.HandedOver.Count.ShouldBe(1);
        foreach (var id in ids)
        {
            var bytes = (await network.Sandwell.Ledger.MessageAsync(id, Network.Stop))!.Body.Open().ShouldNotBeNull();
            var kept = ProofOfMessage.Parser.ParseFrom((await network.Sandwell.Ledger.ProofAsync(id, Network.Stop)).ShouldNotBeNull().Open());
            var proof = new MessageProof(bytes, kept.Salt.ToByteArray(), (int)kept.Index, (int)kept.Count, [.. kept.Path.Select(hash => hash.ToByteArray())], new(kept.SignedAttributes.ToByteArray(), kept.Signature.ToByteArray()));
            proof.Verify([agencies.Leeds.Signing]).ShouldNotBeNull().Recipient.ShouldBe(network.Sandwell.Name);
            (proof with { Index = ((int)kept.Index + 1) % ids.Count }).Verify([agencies.Leeds.Signing]).ShouldBeNull();
        }
    }

    [Fact]
    public async Task What_the_receivers_rules_said_and_when_goes_with_the_message_into_its_ledger()
    {
        await using var network = await Network.Running(agencies);
        network.Sandwell.Arrivals.Judging = _ => new Report();
        var id = await network.Leeds.Send(network.Sandwell);
        await network.Leeds.UntilDone(1);
        Receipt.Parser.ParseFrom(await network.Sandwell.Ledger.ReceiptAsync(id, given: true, Network.Stop)).JudgedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Messages_go_both_ways_at_once_in_all_lanes_and_each_is_stored_once()
    {
        await using var network = await Network.Running(agencies);
        var sends = new[] { Lane.AlertsAndAnswers, Lane.Transfers, Lane.Documents }.SelectMany(lane => new[]
        {
            network.Leeds.SendMany(network.Sandwell, 100, lane: lane),
            network.Sandwell.SendMany(network.Leeds, 100, lane: lane),
        });
        await Task.WhenAll(sends);
        await network.Leeds.UntilDone(300);
        await network.Sandwell.UntilDone(300);
        network.Leeds.Ask<long>("select count(*) from incoming").ShouldBe(300);
        network.Sandwell.Ask<long>("select count(*) from incoming").ShouldBe(300);
        network.Leeds.Ask<long>("select count(*) from quarantine").ShouldBe(0);
        network.Leeds.Carrier.HandedOver.Select(parcel => parcel.Lane).Distinct().Count().ShouldBe(3);
        // The ledger is told of a receipt first, and then the window.
        for (var tries = 0; tries < 500 && network.Leeds.OnTheWayTo(network.Sandwell) > 0; tries++) await Task.Delay(10, TestContext.Current.CancellationToken);
        network.Leeds.OnTheWayTo(network.Sandwell).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_over_a_mebibyte_travels_alone_and_the_small_ones_together()
    {
        await using var network = await Network.Make(agencies);
        await network.Leeds.Start(delivery: false);
        await network.Leeds.SendMany(network.Sandwell, 5);
        var large = await network.Leeds.Send(network.Sandwell, new string('w', 3 * 1024 * 1024));
        await network.Leeds.SendMany(network.Sandwell, 5);
        await network.Leeds.Down();
        await network.Sandwell.Start();
        await network.Leeds.Start();
        await network.Leeds.UntilDone(11);

        var parcels = network.Leeds.Carrier.HandedOver.ConvertAll(parcel => network.Sandwell.Opened(parcel.SealedParcel));
        var alone = parcels.Single(parcel => parcel.Messages.Sum(entry => entry.Message.Length) > 1024 * 1024);
        Message.Parser.ParseFrom(alone.Messages.ShouldHaveSingleItem().Message).Id.ShouldBe(large.ToString());
        parcels.Count.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task The_largest_transfer_that_a_call_brings_fits_a_parcel()
    {
        await using var network = await Network.Running(agencies);
        await network.Leeds.Send(network.Sandwell, new string('w', ServiceDefaultsExtensions.MaxMessageBytes));
        await network.Leeds.UntilDone(1);
    }

    [Fact]
    public async Task Two_sends_of_one_request_in_one_batch_fail_no_neighbour_and_one_message_goes()
    {
        await using var network = await Network.Running(agencies);
        var transfer = network.Leeds.NewId();
        var request = new Func<byte[], InfoSharing.Exchange.Ledger.Entries.LedgerRequest>(digest => new("a-caller", "send", "the-same", digest, [1], transfer));
        var same = Enumerable.Range(0, 2).Select(_ => network.Leeds.To(network.Sandwell, transfer: transfer, request: request(new byte[32])));
        var other = network.Leeds.To(network.Sandwell, "other words", transfer, request: request([.. Enumerable.Repeat((byte)1, 32)]));
        var neighbours = Enumerable.Range(0, 20).Select(_ => network.Leeds.To(network.Sandwell));
        var results = await Task.WhenAll(same.Append(other).Concat(neighbours).Select(entry => network.Leeds.Ledger.AppendAsync(entry, Network.Stop)));

        results.Select(result => result.Outcome.ToString()).Take(3).ShouldBe(["Stored", "Repeated", "AlreadyExists"]);
        results.Skip(3).ShouldAllBe(result => result.Outcome == InfoSharing.Exchange.Ledger.Entries.AppendOutcome.Stored);
        await network.Leeds.UntilDone(21);
        network.Sandwell.Ask<long>("select count(*) from incoming").ShouldBe(21);
    }
}
