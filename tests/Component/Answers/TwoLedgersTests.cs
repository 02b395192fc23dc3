using System.Globalization;
using InfoSharing.Exchange.Answers;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Answers.Holding;
using InfoSharing.Exchange.Answers.Owing;
using InfoSharing.Exchange.Answers.Timing;
using InfoSharing.V1;
using static InfoSharing.Tests.Component.Answers.Network;

namespace InfoSharing.Tests.Component.Answers;

/// <summary>Random acts of two agencies over a network that loses, doubles and reorders: at no instant does nobody hold a child, and in the end both ledgers agree.</summary>
[Trait("Rounds", "many")]
public sealed class TwoLedgersTests
{
    private static readonly string[] Children = ["P2", "P3", "P4"];

    private static int Rounds { get; } = int.TryParse(Environment.GetEnvironmentVariable("INFOSHARING_ROUNDS"), CultureInfo.InvariantCulture, out var asked) ? Math.Max(1, asked / 10) : 150;

    [Fact]
    public void Never_nobody_and_in_the_end_one_holder_on_whom_both_agree()
    {
        var seen = new HashSet<string>();
        for (var seed = 1; seed <= Rounds; seed++) Run(seed, seen);
        // The rounds reached what they are to prove.
        seen.ShouldBe(["accepted", "both watch", "declined", "locked", "questioned", "supplied", "too late", "tombstone", "waiting", "withdrawn"], ignoreOrder: true);
    }

    private static void Run(int seed, HashSet<string> seen)
    {
        var random = new Random(seed);
        var net = new Network(ActsTests.WithOrder(Samples.Complete(), "P4"));
        var flying = new List<Exchanged> { net.Send() };
        if (seed % 8 == 0) flying.Add(net.Withdraw()); // at once, so that it may overtake the transfer
        for (var step = 0; step < 40; step++)
        {
            net.Now = net.Now.AddMinutes(random.Next(1, 90));
            var before = (Holders(net, Leeds), Holders(net, Sandwell));
            var (moves, written) = random.Next(3) == 0 ? Act(net, random) : (true, null);
            if (written is not null)
            {
                flying.Add(written);
                if (!moves) (Holders(net, Leeds), Holders(net, Sandwell)).ShouldBe(before, $"seed {seed}: only an acceptance moves responsibility");
            }
            else Deliver(net, flying, random, seen);
            Check(net, seed, seen);
        }

        // Everything that was lost is sent again, in any order, some of it twice.
        var pending = 0;
        do
        {
            pending = flying.Count;
            foreach (var one in flying.ToArray().OrderBy(_ => random.Next())) Receive(net, one, flying, lostReceipt: false, seen);
        }
        while (flying.Count != pending);
        Check(net, seed, seen);
        Agree(net, seed, random);
    }

    private static void Deliver(Network net, List<Exchanged> flying, Random random, HashSet<string> seen)
    {
        var one = flying[random.Next(flying.Count)];
        if (random.Next(4) > 0) Receive(net, one, flying, lostReceipt: random.Next(3) == 0, seen); // else it is lost, and comes again another time
    }

    // The lead's ledger answers a withdrawal in the transaction that applies it.
    private static void Receive(Network net, Exchanged one, List<Exchanged> flying, bool lostReceipt, HashSet<string> seen)
    {
        net.Deliver(one, lostReceipt);
        var state = net.At(Sandwell);
        if (state.Tombstone) seen.Add("tombstone");
        if (state.Waiting > 0) seen.Add("waiting");
        if (LeadActs.AnswerToWithdrawal(state) is { } answer) flying.Add(net.Answer(answer));
    }

    private static (bool Moves, Exchanged? Written) Act(Network net, Random random)
    {
        var children = Children.Where(_ => random.Next(2) == 0).ToArray();
        switch (random.Next(7))
        {
            case 0 or 1:
                var acceptance = Seen(net, net.Acceptance(children), random);
                return (true, LeadActs.Accept(net.At(Sandwell), acceptance, []).IsGo ? net.Answer(acceptance) : null);
            case 2:
                var decline = net.Decline(children);
                return (false, LeadActs.Decline(net.At(Sandwell), decline).IsGo ? net.Answer(decline) : null);
            case 3:
                var question = net.Question(children);
                return (false, LeadActs.Ask(net.At(Sandwell), question).IsGo ? net.Answer(question) : null);
            case 4 or 5:
                var next = net.Next();
                return (false, SenderActs.Supply(net.At(Leeds), next).IsGo ? net.Send(next) : null);
            case 6 when random.Next(12) == 0:
                var (who, other) = random.Next(2) == 0 ? (Leeds, Sandwell) : (Sandwell, Leeds);
                var wrong = new Misdirected { By = Gwen, At = net.Acceptance().At };
                return (false, EitherSideActs.Misdirect(net.At(who), wrong).IsGo ? net.Write(who, other, message => message.Misdirected = wrong) : null);
            default:
                return (false, random.Next(3) == 0 && SenderActs.Withdraw(net.At(Leeds), Words("They came back.")).IsGo ? net.Withdraw() : null);
        }
    }

    // People answer what they have read, which may be an old version.
    private static Accepted Seen(Network net, Accepted said, Random random)
    {
        said.SawVersion = net.At(Sandwell).Newest?.Version ?? 1;
        if (random.Next(8) == 0 && said.SawVersion > 1) said.SawVersion--;
        return said;
    }

    private static string Holders(Network net, string agency) =>
        string.Join(' ', Responsibility.Of(net.At(agency), net.Now).Select(held => $"{held.Child}:{held.Holder}"));

    private static void Check(Network net, int seed, HashSet<string> seen)
    {
        var (sender, lead) = (net.At(Leeds), net.At(Sandwell));
        foreach (var held in Responsibility.Of(sender, net.Now))
        {
            var atLead = Responsibility.Of(lead, net.Now).SingleOrDefault(one => one.Child == held.Child);
            var senderWatches = held.Holder == Leeds;
            var leadWatches = atLead?.Holder == Sandwell;
            (senderWatches || leadWatches).ShouldBeTrue($"seed {seed}: nobody holds {held.Child}");
            if (senderWatches && leadWatches)
            {
                seen.Add("both watch");
                held.Reads.ShouldBe(Reads.OursUnlessAcceptanceOnItsWay, $"seed {seed}: the gap is said");
            }
            if (held.Child == "P4") held.Holder.ShouldBe(Leeds, $"seed {seed}: the order stays");
        }
        foreach (var answer in sender.Children.Select(child => child.Answer))
            if (answer is ChildAnswer.Taken) seen.Add("accepted");
            else if (answer is ChildAnswer.Refused) seen.Add("declined");
            else if (answer is ChildAnswer.Questioned) seen.Add("questioned");
            else if (answer is ChildAnswer.Supplied) seen.Add("supplied");
        if (sender.Withdrawal?.Step == Withdrawn.Types.Step.TooLate) seen.Add("too late");
        if (lead.IsLocked) seen.Add("locked");
        if (sender.IsWithdrawn) seen.Add("withdrawn");
    }

    private static void Agree(Network net, int seed, Random random)
    {
        var (sender, lead) = (net.At(Leeds), net.At(Sandwell));
        sender.Waiting.ShouldBe(0);
        lead.Waiting.ShouldBe(0);
        Said(sender, net.Now).ShouldBe(Said(lead, net.Now), $"seed {seed}");
        Responsibility.Of(sender, net.Now).Select(held => (held.Child, held.Kind)).ShouldBeUnique();
        Responsibility.Of(sender, net.Now).Select(held => held.Holder).ShouldBe(Responsibility.Of(lead, net.Now).Select(held => held.Holder), $"seed {seed}");
        var clocks = new ClockTable(new());
        Open(sender).ShouldBe(Open(lead), $"seed {seed}");

        // In any order, and everything twice.
        foreach (var agency in new[] { Leeds, Sandwell })
        {
            var twice = net.LedgerOf(agency).Concat(net.LedgerOf(agency)).OrderBy(_ => random.Next()).ToList();
            Said(TransferFold.Of(agency, net.Transfer.Id, twice), net.Now).ShouldBe(Said(net.At(agency), net.Now), $"seed {seed}");
        }

        List<string> Open(TransferState state) => [.. new Disagreements(state, clocks).At(net.Now.AddDays(9)).Select(one => $"{one.Child} {one.OpenedAt} {one.By} {one.Step} {one.ClosedAt}")];
    }

    private static List<string> Said(TransferState state, DateTimeOffset now) =>
    [
        .. state.Children.Select(child => $"{child.Ref} {child.Answer.GetType().Name} {child.Answer.At} {string.Join(';', child.Turns.Select(turn => $"{turn.Kind} {turn.At} {turn.Version}"))}"),
        .. state.Versions.Select(version => $"{version.Number} {version.MadeAt}"),
        .. OwedList.Of(state, version => new() { Owed = { new Owed { RuleId = $"IS-{100 + (version.Number % 3)}", Due = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(version.MadeAt) } } }).Select(entry => $"{entry.Owed} {entry.Since} {entry.StruckOffAt}"),
        $"{state.Withdrawal?.Step} {state.Withdrawal?.AcceptedAt} {state.IsLocked} {state.NewestStored} {MustActNow.Of(state, now)?.Agency} {FlowOf.StateOf(state)}",
    ];
}
