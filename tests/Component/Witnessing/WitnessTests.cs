using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Delivery.Receive;
using InfoSharing.Exchange.Ledger.Restoring;
using InfoSharing.Exchange.Witnessing;
using InfoSharing.Tests.Component.Delivery;
using InfoSharing.Tests.Component.Ledger;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using Side = InfoSharing.Tests.Component.Delivery.Side;
using Verdict = InfoSharing.V1.WitnessFound.Types.Verdict;

namespace InfoSharing.Tests.Component.Witnessing;

/// <summary>Partners are asked which heads of a ledger they have seen: one that was put back to an earlier state holds by itself.</summary>
public sealed class WitnessTests(Agencies agencies)
{
    [Fact]
    public async Task A_partner_that_has_seen_what_we_have_agrees_and_its_answer_is_recorded_once()
    {
        await using var network = await Running();
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        await SendAll(network, leeds, sandwell, 5);
        sandwell.Carrier.Decide = _ => Fate.Doubled; // its answer comes twice

        var found = Of(await Ask(network, leeds), sandwell);

        (found.Verdict, found.AgreesTo, found.Heads > 0).ShouldBe((Verdict.Agrees, found.Position, true));
        found.SignedAt.ShouldNotBeNull();
        found.Position.ShouldBeGreaterThan(0ul);
        leeds.Ask<long>("select count(*) from audit where kind = 'witnesses-asked'").ShouldBe(1);
        await network.Tick();
        leeds.Ask<long>("select count(*) from audit where kind = 'witnessed'").ShouldBe(1);
        (await leeds.Ledger.VerifyAsync(null, Network.Stop)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task A_ledger_that_was_put_back_holds_by_itself_and_is_known_by_what_a_partner_has_stored()
    {
        await using var network = await Running();
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        await SendAll(network, leeds, sandwell, 5);
        var (copy, copied) = (leeds.Copy(), (await leeds.Ledger.HeadAsync(Network.Stop)).Position);
        for (var i = 0; i < 30; i++) await SendAll(network, leeds, sandwell, 3);
        await sandwell.Down(); // what it noted in memory is gone
        await sandwell.Start();

        await leeds.PutBack(copy);
        (await leeds.Ledger.VerifyAsync(null, Network.Stop)).Holds.ShouldBeTrue();
        var heard = await Ask(network, leeds);

        var found = Of(heard, sandwell);
        found.Verdict.ShouldBe(Verdict.Ahead);
        found.Position.ShouldBeGreaterThan(heard.Position);
        found.AgreesTo.ShouldBeInRange(1ul, copied);
        leeds.Logs.Said.ShouldContain($"{sandwell.Name} holds a head of ours");
    }

    [Fact]
    public async Task One_that_was_put_back_and_written_on_past_what_it_had_differs_and_it_is_known_since_when()
    {
        await using var network = await Running();
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        await SendAll(network, leeds, sandwell, 5);
        var (copy, copied) = (leeds.Copy(), (await leeds.Ledger.HeadAsync(Network.Stop)).Position);
        for (var i = 0; i < 5; i++) await SendAll(network, leeds, sandwell, 1);
        var lost = (await leeds.Ledger.HeadAsync(Network.Stop)).Position;

        await leeds.PutBack(copy);
        while ((await leeds.Ledger.HeadAsync(Network.Stop)).Position <= lost) await network.Tick();
        await leeds.Send(sandwell);
        await Until(network, () => leeds.Ask<long>("select count(*) from outgoing where done_at is null") == 0);
        var found = Of(await Ask(network, leeds), sandwell);

        found.Verdict.ShouldBe(Verdict.Differs);
        found.Position.ShouldBeInRange(copied, lost);
        found.AgreesTo.ShouldBeGreaterThan(found.Position, "what was sent since is here");
    }

    [Fact]
    public async Task A_head_that_came_with_receipts_alone_is_noted_while_the_partner_runs()
    {
        await using var network = await Running();
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        var copy = leeds.Copy();
        for (var i = 0; i < 30; i++) await SendAll(network, sandwell, leeds, 3);

        await leeds.PutBack(copy);
        Of(await Ask(network, leeds), sandwell).Verdict.ShouldBe(Verdict.Ahead);
    }

    [Fact]
    public async Task What_a_restoring_lost_is_explained_by_its_record()
    {
        await using var network = await Running();
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        await SendAll(network, leeds, sandwell, 5);
        var copy = leeds.Copy();
        for (var i = 0; i < 30; i++) await SendAll(network, leeds, sandwell, 3);
        await leeds.Restore(copy);
        await Until(network, () => !leeds.Ledger.Doubts.With(sandwell.Name));

        var heard = await Ask(network, leeds);
        Of(heard, sandwell).Verdict.ShouldBe(Verdict.Restored);
        heard.Restored.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_was_put_back_unseen_and_is_restored_since_is_told_apart()
    {
        await using var network = await Running();
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        var copy = leeds.Copy();
        await SendAll(network, leeds, sandwell, 5);
        var lost = (await leeds.Ledger.HeadAsync(Network.Stop)).Position;
        await leeds.PutBack(copy);
        while ((await leeds.Ledger.HeadAsync(Network.Stop)).Position <= lost) await network.Tick();
        var restored = RestoredRecord.Of(new() { Position = (await leeds.Ledger.HeadAsync(Network.Stop)).Position, RestoredAt = network.Clock.GetUtcNow().ToTimestamp() });
        await leeds.Ledger.AppendAsync(restored, Network.Stop);

        Of(await Ask(network, leeds), sandwell).Verdict.ShouldBe(Verdict.Mended);

        await leeds.PutBack(copy); // and a second time, with that record
        network.Clock.Pass(TimeSpan.FromMinutes(1));
        Of(await Ask(network, leeds), sandwell).Verdict.ShouldBeOneOf(Verdict.Ahead, Verdict.Differs);
    }

    [Fact]
    public async Task A_partner_that_is_down_and_one_that_never_heard_of_us_are_told_apart()
    {
        await using var network = await Network.Running(agencies);
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        var heard = await Ask(network, leeds, TimeSpan.FromSeconds(1)); // the police have no seat on this bus
        heard.Witnesses.Select(one => (one.Partner, one.Verdict)).ShouldBe([(agencies.Police.Agency, Verdict.Silent), (sandwell.Name, Verdict.None)]);

        await sandwell.Down();
        var told = new List<(int, int)>();
        heard = await Ask(network, leeds, TimeSpan.FromSeconds(1), (answered, of) => told.Add((answered, of)));
        heard.Witnesses.ShouldAllBe(one => one.Verdict == Verdict.Silent);
        told.ShouldBe([(0, 2)]);
    }

    [Fact]
    public async Task Heads_that_we_did_not_sign_for_that_partner_are_not_believed()
    {
        await using var network = await Running();
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        await SendAll(network, leeds, sandwell, 2);
        await SendAll(network, sandwell, leeds, 2);
        var judge = leeds.Service<WitnessJudge>();
        var genuine = await sandwell.Service<HeadsHeld>().OfAsync(leeds.Name, Network.Stop);
        (await judge.JudgeAsync(sandwell.Name, genuine, Network.Stop)).Verdict.ShouldBe(Verdict.Agrees);

        var forged = genuine[0].Clone();
        var bytes = forged.SignedAttributes.ToByteArray();
        bytes[^1] ^= 1;
        forged.SignedAttributes = ByteString.CopyFrom(bytes);
        var theirs = (await leeds.Service<HeadsHeld>().OfAsync(sandwell.Name, Network.Stop))[0];
        var blank = new Witness.Types.Seen { SignedAttributes = ByteString.CopyFrom(1, 2, 3) };
        foreach (var lie in new[] { forged, theirs, blank, new() })
        {
            var found = await judge.JudgeAsync(sandwell.Name, [.. genuine, lie], Network.Stop);
            (found.Verdict, found.Position, found.SignedAt).ShouldBe((Verdict.NotBelieved, 0ul, null));
        }
        (await judge.JudgeAsync(agencies.Police.Agency, genuine, Network.Stop)).Verdict.ShouldBe(Verdict.NotBelieved, "they were signed for another");
    }

    [Fact]
    public async Task What_was_not_asked_is_not_recorded()
    {
        await using var network = await Running();
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        await SendAll(network, leeds, sandwell, 2);
        var unasked = new Witness { Question = leeds.NewId().ToString("D"), AskedBy = leeds.Name };
        unasked.Heads.AddRange(await sandwell.Service<HeadsHeld>().OfAsync(leeds.Name, Network.Stop));
        var parcel = new Parcel { Sender = sandwell.Name, Recipient = leeds.Name, Witnesses = { unasked, new Witness { Question = "no id", AskedBy = leeds.Name } } };

        await leeds.Service<WitnessIntake>().TakeAsync(new ArrivedParcel(parcel, null!, network.Clock.GetUtcNow()));
        leeds.Ask<long>("select count(*) from audit where kind = 'witnessed'").ShouldBe(0);
    }

    [Fact]
    public async Task A_partner_that_asks_without_end_is_answered_thirty_times_a_minute()
    {
        await using var network = await Running();
        var (leeds, sandwell) = (network.Leeds, network.Sandwell);
        await SendAll(network, leeds, sandwell, 2);
        for (var i = 0; i < 50; i++)
        {
            var asked = new Witness { Question = leeds.NewId().ToString("D"), AskedBy = leeds.Name };
            await sandwell.Service<WitnessIntake>().TakeAsync(new ArrivedParcel(new() { Sender = leeds.Name, Recipient = sandwell.Name, Witnesses = { asked } }, null!, network.Clock.GetUtcNow()));
        }
        sandwell.Carrier.HandedOver.Count(parcel => leeds.Opened(parcel.SealedParcel).Witnesses.Count > 0).ShouldBe(30);
    }

    [Fact]
    public async Task An_answer_that_comes_to_another_process_of_the_agency_is_heard_by_the_one_that_asked()
    {
        using var room = (PostgresRoom)LedgerRoom.On(Keeper.Postgres);
        await using var network = await Network.Make(agencies);
        network.Partners.Missing = agencies.Police.Agency;
        await network.Sandwell.Start();
        await using var seated = new Side(agencies.Leeds, network) { Shared = room };
        await using var asking = new Side(agencies.Leeds, network) { Shared = room };
        await seated.Start();
        await asking.Start(which: one => one is not FabricMembership);
        await seated.Send(network.Sandwell);
        for (var looks = 0; room.Ask<long>("select count(*) from outgoing where done_at is null") > 0; looks++)
        {
            looks.ShouldBeLessThan(1_000);
            network.Clock.Pass(TimeSpan.FromMilliseconds(100));
            await Task.Delay(20, Network.Stop);
        }

        var round = asking.Service<WitnessRound>().RunAsync(TimeSpan.FromSeconds(60), (_, _) => Task.CompletedTask, Network.Stop);
        while (!round.IsCompleted)
        {
            network.Clock.Pass(TimeSpan.FromMilliseconds(200));
            await Task.Delay(20, Network.Stop);
        }
        Of(await round, network.Sandwell).Verdict.ShouldBe(Verdict.Agrees);
    }

    private async Task<Network> Running()
    {
        var network = await Network.Running(agencies);
        network.Partners.Missing = agencies.Police.Agency;
        return network;
    }

    private static WitnessFound Of(VerifyReply.Types.Heard heard, Side partner) => heard.Witnesses.Single(one => one.Partner == partner.Name);

    private static async Task<VerifyReply.Types.Heard> Ask(Network network, Side side, TimeSpan? wait = null, Action<int, int>? told = null)
    {
        var round = side.Service<WitnessRound>().RunAsync(wait ?? TimeSpan.FromSeconds(60), (answered, of) =>
        {
            told?.Invoke(answered, of);
            return Task.CompletedTask;
        }, Network.Stop);
        while (!round.IsCompleted)
        {
            network.Clock.Pass(TimeSpan.FromMilliseconds(200));
            await Task.Delay(10, Network.Stop);
        }
        return await round;
    }

    private static async Task SendAll(Network network, Side from, Side to, int count)
    {
        await from.SendMany(to, count);
        await Until(network, () => from.Ask<long>("select count(*) from outgoing where done_at is null") == 0);
    }

    private static async Task Until(Network network, Func<bool> holds)
    {
        for (var ticks = 0; !holds(); ticks++)
        {
            ticks.ShouldBeLessThan(3_000, "it comes in time");
            await network.Tick();
            await Task.Yield();
        }
    }
}
