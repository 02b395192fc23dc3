using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Copies;
using InfoSharing.Exchange.Ledger.Restoring;
using InfoSharing.Exchange.Reconciling;
using InfoSharing.Tests.Component.Delivery;
using InfoSharing.Tests.Component.Ledger;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using Microsoft.Extensions.Logging.Abstractions;
using Side = InfoSharing.Tests.Component.Delivery.Side;

namespace InfoSharing.Tests.Component.Reconciling;

/// <summary>Ledgers brought back from copies. What is lost here is with the other side, and comes back.</summary>
public sealed class RestoringTests(Agencies agencies)
{
    [Fact]
    public async Task A_sender_that_lost_what_it_had_sent_is_given_it_back_as_it_was()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        var old = await SendAll(network, leeds, sandwell, 40);
        var copy = leeds.Copy();
        var lost = await SendAll(network, leeds, sandwell, 100);
        var bytes = (await leeds.Ledger.MessageAsync(lost[0], Network.Stop)).ShouldNotBeNull().Body.Open();

        await leeds.Restore(copy);
        leeds.Ask<long>("select count(*) from outgoing").ShouldBe(40);
        await Settled(network, leeds, sandwell);

        leeds.Ask<long>("select count(*) from outgoing where done_at is not null").ShouldBe(140);
        leeds.Ask<long>("select count(*) from receipt where given = 0").ShouldBe(140);
        leeds.Ask<long>("select count(*) from event where kind = 'given-back'").ShouldBe(100);
        (await leeds.Ledger.MessageAsync(lost[0], Network.Stop)).ShouldNotBeNull().Body.Open().ShouldBe(bytes);
        await NothingDoubled(network, 140, 0);
        // A stream goes on where it ended.
        var transfer = (await leeds.Ledger.MessageAsync(lost[5], Network.Stop)).ShouldNotBeNull().TransferId;
        await leeds.Send(sandwell, transfer: transfer);
        await Until(network, () => sandwell.Ask<long>("select count(*) from incoming where sequence = 2") == 1);
        await NothingDoubled(network, 141, 0);
        old.Count.ShouldBe(40);
    }

    // Found by the long run under faults: each parcel of an answer began a comparison of its own, each comparison was answered with the same messages, and the answers ran out.
    [Fact]
    public async Task Much_that_a_sender_lost_is_given_back_once_and_in_few_parcels()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        var copy = leeds.Copy();
        var words = new string('w', 16_000);
        await SendAll(network, leeds, sandwell, 1_200, _ => words);
        var before = sandwell.Carrier.HandedOver.Count + leeds.Carrier.HandedOver.Count;

        await leeds.Restore(copy);
        await Until(network, () => leeds.Service<Rounds>().SeenOf(sandwell.Name).Heard > 0);
        // From here on it goes on by itself: no time passes.
        while (leeds.Ledger.Doubts.With(sandwell.Name)) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Network.Stop);

        leeds.Ask<long>("select count(*) from outgoing where done_at is not null").ShouldBe(1_200);
        sandwell.Service<Rounds>().SeenOf(leeds.Name).GivenBack.ShouldBeInRange(1_200, 1_800, "what was asked at once before the first answer may come twice in part");
        (sandwell.Carrier.HandedOver.Count + leeds.Carrier.HandedOver.Count - before).ShouldBeLessThan(150);
        await NothingDoubled(network, 1_200, 0);
    }

    [Fact]
    public async Task A_receiver_that_lost_what_it_had_stored_is_sent_it_again_under_the_same_ids()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        await SendAll(network, leeds, sandwell, 40);
        var copy = sandwell.Copy();
        await SendAll(network, leeds, sandwell, 300);

        await sandwell.Restore(copy);
        sandwell.Ask<long>("select count(*) from incoming").ShouldBe(40);
        await Settled(network, sandwell, leeds);
        await Until(network, () => sandwell.Ask<long>("select count(*) from incoming") == 340 && leeds.Ask<long>("select count(*) from outgoing where done_at is null") == 0);

        leeds.Ask<long>("select count(*) from receipt where given = 0").ShouldBe(340, "the first receipts stand");
        await NothingDoubled(network, 340, 0);
    }

    [Fact]
    public async Task Both_restored_at_once_come_to_one_word_about_what_either_still_holds()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        await SendAll(network, leeds, sandwell, 20);
        var (ofLeeds, earlier) = (leeds.Copy(), sandwell.Copy());
        await SendAll(network, leeds, sandwell, 20);
        await SendAll(network, sandwell, leeds, 30);
        var ofSandwell = sandwell.Copy();
        await SendAll(network, sandwell, leeds, 10); // lost on both sides: nobody holds them
        earlier.ShouldNotBe(ofSandwell);

        await leeds.Restore(ofLeeds);
        await sandwell.Restore(ofSandwell);
        await Settled(network, leeds, sandwell);
        await Settled(network, sandwell, leeds);
        await Until(network, () => leeds.Ask<long>("select count(*) from incoming") == 30 && leeds.Ask<long>("select count(*) from outgoing where done_at is not null") == 40);
        await NothingDoubled(network, 40, 30);
    }

    [Fact]
    public async Task What_was_begun_before_takes_no_number_until_the_partner_was_heard_and_what_is_new_goes_at_once()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        var copy = leeds.Copy();
        var transfer = leeds.NewId();
        await leeds.Send(sandwell, transfer: transfer);
        await leeds.UntilDone(1);
        await sandwell.Down();

        await leeds.Restore(copy);
        leeds.Ledger.Doubts.With(sandwell.Name).ShouldBeTrue();
        var refused = await Should.ThrowAsync<NotReconciledException>(() => leeds.Send(sandwell, "the answer, as it would be again", transfer));
        refused.Message.ShouldContain(sandwell.Name);
        refused.Message.ShouldContain("ring");
        network.Clock.Pass(TimeSpan.FromSeconds(1));
        await leeds.Send(sandwell, "of a family of which nothing can be lost");

        await sandwell.Start();
        await Settled(network, leeds, sandwell);
        await leeds.Send(sandwell, "the next", transfer);
        await Until(network, () => sandwell.Ask<long>("select count(*) from incoming") == 3);
        await NothingDoubled(network, 3, 0);
    }

    [Fact]
    public async Task A_parcel_that_was_on_its_way_when_its_sender_was_lost_makes_no_alarm_and_is_given_back()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        var copy = leeds.Copy();
        sandwell.Carrier.Decide = _ => Fate.Lost; // the receipts
        await leeds.SendMany(sandwell, 8);
        await sandwell.UntilReceived(8);
        sandwell.Carrier.Decide = _ => Fate.Carried;
        await leeds.Restore(copy);
        await Settled(network, leeds, sandwell);
        leeds.Ask<long>("select count(*) from outgoing where done_at is not null").ShouldBe(8);
        await NothingDoubled(network, 8, 0);
    }

    [Fact]
    public async Task That_it_is_reconciled_outlives_the_process_and_a_second_restoring_begins_again()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        var copy = leeds.Copy();
        await leeds.Restore(copy);
        await Settled(network, leeds, sandwell);
        await leeds.Down();
        await leeds.Start();
        leeds.Ledger.Doubts.With(sandwell.Name).ShouldBeFalse();
        network.Clock.Pass(TimeSpan.FromMinutes(1));
        await leeds.Restore(leeds.Copy());
        leeds.Ledger.Doubts.With(sandwell.Name).ShouldBeTrue();
    }

    [Fact]
    public async Task A_partner_that_gives_back_what_we_never_wrote_is_believed_in_nothing()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        var copy = leeds.Copy();
        var id = (await SendAll(network, leeds, sandwell, 1))[0];
        var genuine = (await new GivingBack(sandwell.Ledger).OfAsync([new(id, [], false, false)], new HashSet<Guid>(), GivingBack.MostBytes, Network.Stop)).Given.Single();
        await sandwell.Down();
        await leeds.Restore(copy);
        var taking = leeds.Service<TakingBack>();

        foreach (var lie in Lies(genuine)) (await taking.TakeAsync(lie, sandwell.Name)).ShouldBe(TakenBack.Never);
        (await taking.TakeAsync(genuine, agencies.Police.Agency)).ShouldBe(TakenBack.Never, "another agency gives it");
        leeds.Ask<long>("select count(*) from outgoing").ShouldBe(0);
        leeds.Reasons().Distinct().ShouldBe([TakingBack.NotOurs]);
        leeds.Ask<long>("select count(*) from event where kind = 'security'").ShouldBe(leeds.Reasons().Count);

        (await taking.TakeAsync(genuine, sandwell.Name)).ShouldBe(TakenBack.Stored);
        (await taking.TakeAsync(genuine, sandwell.Name)).ShouldBe(TakenBack.Here);
        leeds.Ask<long>("select count(*) from outgoing").ShouldBe(1);
    }

    [Fact]
    public async Task A_partner_that_says_that_it_lacks_everything_has_each_once_at_a_time()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        await SendAll(network, leeds, sandwell, 20);
        sandwell.Carrier.Decide = _ => Fate.Lost;
        var intake = leeds.Service<ReconciliationIntake>();
        var lie = new Reconciliation { Round = leeds.NewId().ToString("D"), BegunBy = sandwell.Name, Lane = Parcel.Types.Lane.Transfers, WholeFirst = IdSpan.Written(Guid.Empty), WholeLast = IdSpan.Written(Guid.AllBitsSet) };
        lie.Spans.Add(Tallies.List(Reconciliation.Types.Direction.ToSender, IdSpan.All, [], last: true));
        for (var i = 0; i < 5; i++)
            await intake.TakeAsync(new(new() { Sender = sandwell.Name, Recipient = leeds.Name, Reconciliations = { lie } }, null!, network.Clock.GetUtcNow()));
        leeds.Ask<long>("select count(*) from audit where kind = 'sent-again'").ShouldBe(1);
        sandwell.Carrier.Decide = _ => Fate.Carried;
        await Until(network, () => leeds.Ask<long>("select count(*) from outgoing where done_at is null") == 0);
        await NothingDoubled(network, 20, 0);
        leeds.Ask<long>("select count(*) from receipt where given = 0").ShouldBe(20, "the first receipt stands");
    }

    [Fact]
    public async Task A_ledger_in_a_database_is_copied_brought_back_and_reconciled_as_one_in_a_file_is()
    {
        using var room = (PostgresRoom)LedgerRoom.On(Keeper.Postgres);
        await using var network = await Network.Make(agencies);
        var sandwell = network.Sandwell;
        await sandwell.Start();
        await using var leeds = new Side(agencies.Leeds, network) { Shared = room };
        await leeds.Start();
        await SendAndWait(10);
        var (copy, _) = await new LedgerCopies(leeds.Ledger, agencies.Leeds, network.Clock).MakeAsync(Path.Combine(room.Folder, "copies"), null, Network.Stop);
        await SendAndWait(30);
        await sandwell.SendMany(leeds, 20);
        await Until(() => room.Ask<long>("select count(*) from incoming") == 20 && sandwell.Ask<long>("select count(*) from outgoing where done_at is null") == 0);

        await leeds.Down();
        await new LedgerRestoring(room.Options, network.Clock, NullLogger<AgencyLedger>.Instance).RunAsync(new(copy, [agencies.Leeds.Signing]) { Replace = true }, null, Network.Stop);
        (room.Ask<long>("select count(*) from outgoing"), room.Ask<long>("select count(*) from incoming")).ShouldBe((10, 0));
        await leeds.Start();
        await Until(() => !leeds.Ledger.Doubts.With(sandwell.Name) && room.Ask<long>("select count(*) from incoming") == 20);

        room.Ask<long>("select count(*) from outgoing where done_at is not null").ShouldBe(40);
        room.Ask<long>("select count(*) from quarantine").ShouldBe(0);
        sandwell.Ask<long>("select count(*) from incoming").ShouldBe(40);
        (await leeds.Ledger.VerifyAsync(null, Network.Stop)).Holds.ShouldBeTrue();

        async Task SendAndWait(int count)
        {
            await leeds.SendMany(sandwell, count);
            await Until(() => room.Ask<long>("select count(*) from outgoing where done_at is null") == 0);
            network.Clock.Pass(TimeSpan.FromSeconds(1));
        }

        async Task Until(Func<bool> holds)
        {
            for (var looks = 0; !holds(); looks++)
            {
                looks.ShouldBeLessThan(1_000, "it comes in time");
                network.Clock.Pass(TimeSpan.FromSeconds(1));
                await sandwell.Write();
                await Task.Delay(20, Network.Stop);
            }
        }
    }

    [Fact]
    public async Task Each_hour_what_one_side_lost_unseen_is_found()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        await SendAll(network, leeds, sandwell, 10);
        await sandwell.Down();
        var gone = sandwell.Ask<long>("select min(place) from incoming");
        sandwell.Tamper($"delete from incoming where place = {gone}");
        sandwell.Tamper($"delete from receipt where place = {gone + 1}");
        await sandwell.Start();
        for (var minute = 0; minute < 75; minute++)
        {
            network.Clock.Pass(TimeSpan.FromMinutes(1));
            await network.Tick();
        }
        await Until(network, () => sandwell.Ask<long>("select count(*) from incoming") == 10);
        sandwell.Ask<long>("select count(*) from quarantine").ShouldBe(0);
    }

    private static IEnumerable<Reconciliation.Types.GivenBack> Lies(Reconciliation.Types.GivenBack genuine)
    {
        var message = Message.Parser.ParseFrom(genuine.Message);
        message.Contact.Text.Text_ = "what was never written";
        yield return With(lie => lie.Message = message.ToByteString());
        yield return With(lie => lie.Proof = ByteString.Empty);
        yield return With(lie => lie.Proof = ByteString.CopyFrom([1, 2, 3]));
        yield return With(lie => lie.Receipt.StoredAt = new() { Seconds = long.MaxValue });
        yield return With(lie => lie.Receipt.StoredAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch));
        yield return With(lie => lie.Receipt.Recipient = "leeds-police");
        yield return With(lie => lie.Receipt.MessageId = Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToString("D"));
        yield return With(lie => lie.Receipt.MessageId = "no id");
        var proof = ProofOfMessage.Parser.ParseFrom(genuine.Proof);
        proof.Count = uint.MaxValue;
        yield return With(lie => lie.Proof = proof.ToByteString());

        Reconciliation.Types.GivenBack With(Action<Reconciliation.Types.GivenBack> change)
        {
            var lie = genuine.Clone();
            change(lie);
            return lie;
        }
    }

    private static async Task<List<Guid>> SendAll(Network network, Side from, Side to, int count, Func<int, string>? words = null)
    {
        var ids = await from.SendMany(to, count, words);
        network.Clock.Pass(TimeSpan.FromSeconds(1));
        await Until(network, () => from.Ask<long>("select count(*) from outgoing where done_at is null") == 0);
        return ids;
    }

    private static Task Settled(Network network, Side one, Side with) => Until(network, () => !one.Ledger.Doubts.With(with.Name));

    private static async Task Until(Network network, Func<bool> holds)
    {
        for (var ticks = 0; !holds(); ticks++)
        {
            ticks.ShouldBeLessThan(3_000, "it comes in time");
            await network.Tick();
            await Task.Yield();
        }
    }

    private static async Task NothingDoubled(Network network, long leedsSent, long sandwellSent)
    {
        foreach (var (from, to, count) in new[] { (network.Leeds, network.Sandwell, leedsSent), (network.Sandwell, network.Leeds, sandwellSent) })
        {
            from.Ask<long>("select count(distinct id) from outgoing").ShouldBe(count);
            to.Ask<long>("select count(distinct id) from incoming").ShouldBe(count);
            to.Ask<long>("select count(*) from event where kind = 'received'").ShouldBe(count);
            from.Ask<long>("select count(*) from quarantine").ShouldBe(0, string.Join(' ', from.Reasons()));
            (await from.Ledger.VerifyAsync(null, Network.Stop)).Holds.ShouldBeTrue();
        }
    }
}
