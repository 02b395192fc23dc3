using InfoSharing.Tests.SystemLane.Network;
using InfoSharing.V1;
using Verdict = InfoSharing.V1.WitnessFound.Types.Verdict;

namespace InfoSharing.Tests.SystemLane.Moving;

/// <summary>What became of all that was acknowledged: counted in the ledgers of a network that runs, and asked at its doors.</summary>
internal sealed class Reckoning
{
    private readonly List<(string Meanwhile, string What)> _lost = [];
    private readonly List<(string Meanwhile, string What)> _doubled = [];

    /// <summary>Transfers and answers that are not there.</summary>
    internal int Lost => _lost.Count;

    /// <summary>Transfers that are there more than once.</summary>
    internal int Doubled => _doubled.Count;

    /// <summary>Receipts for bytes that their giver does not have, and messages done without one.</summary>
    internal long ReceiptsWithoutBytes { get; private set; }

    /// <summary>How often a child of a transfer has no holder, two, or another than its answers say, by either ledger.</summary>
    internal int OtherThanOneHolder { get; private set; }

    /// <summary>Ledgers whose chain does not hold.</summary>
    internal int BrokenChains { get; private set; }

    /// <summary>Ledgers of which a partner holds a head that they should have and have not, or shows one that nobody signed.</summary>
    internal int Contradicted { get; private set; }

    /// <summary>How many were lost while something happened.</summary>
    internal int LostWhile(string meanwhile) => _lost.Count(one => one.Meanwhile == meanwhile);

    /// <summary>How many were doubled while something happened.</summary>
    internal int DoubledWhile(string meanwhile) => _doubled.Count(one => one.Meanwhile == meanwhile);

    /// <summary>Waits until every message has its receipt.</summary>
    internal static async Task AllDone(RunningNetwork network, CancellationToken stop)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        foreach (var agency in network.Agencies)
        {
            using var ledger = new StoredLedger(network.Folder, agency);
            while (ledger.Undone() > 0) await pause.WaitForNextTickAsync(stop);
        }
    }

    /// <summary>Counts, when all is done.</summary>
    internal static async Task<Reckoning> Of(RunningNetwork network, MovingFamilies families, CancellationToken stop)
    {
        var reckoning = new Reckoning();
        var all = families.All;
        foreach (var agency in network.Agencies)
        {
            using (var ledger = new StoredLedger(network.Folder, agency)) reckoning.Count(ledger, all.Where(one => one.Value.Way.To == agency).ToDictionary());
            var (found, heard) = await Verify(network[agency], stop);
            if (!found.Holds) reckoning.BrokenChains++;
            if (heard.Witnesses.Any(one => one.Verdict is Verdict.Ahead or Verdict.Differs or Verdict.NotBelieved)) reckoning.Contradicted++;
        }
        await Parallel.ForEachAsync(all.Where(one => one.Value.Way.HandsOver), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stop }, async (one, cancel) => await reckoning.AskWhoHolds(network, one.Key, one.Value, cancel));
        return reckoning;
    }

    /// <summary>That all is as it must be.</summary>
    internal void ShouldBeClean(string which)
    {
        _lost.ShouldBeEmpty(which);
        _doubled.ShouldBeEmpty(which);
        ReceiptsWithoutBytes.ShouldBe(0, which);
        OtherThanOneHolder.ShouldBe(0, which);
        BrokenChains.ShouldBe(0, which);
        Contradicted.ShouldBe(0, which);
    }

    private void Count(StoredLedger ledger, IReadOnlyDictionary<string, Moved> expected)
    {
        var (received, versions) = (ledger.Received(), ledger.Versions());
        foreach (var (id, moved) in expected)
        {
            if (received.GetValueOrDefault(id) == 0 || versions.GetValueOrDefault(id) == 0) _lost.Add((moved.Meanwhile, id));
            if (received.GetValueOrDefault(id) > 1 || versions.GetValueOrDefault(id) > 1) _doubled.Add((moved.Meanwhile, id));
        }
        foreach (var id in received.Keys.Except(expected.Keys)) _doubled.Add(("", $"{id} came, and nobody had an acknowledgement of it"));
        ReceiptsWithoutBytes += ledger.ReceiptsWithoutBytes() + ledger.DoneWithoutReceipt();
    }

    private async Task AskWhoHolds(RunningNetwork network, string id, Moved moved, CancellationToken stop)
    {
        foreach (var agency in new[] { moved.Way.From, moved.Way.To })
        {
            var flow = await network[agency].Insist(options => network[agency].Cases.FlowAsync(new() { TransferId = id }, options), stop);
            foreach (var child in Way.Children)
            {
                var holders = flow.Children.Where(one => one.Child == child).Select(one => one.Holder).ToList();
                if (holders.Count == 1 && holders[0] == (moved.Accepted.Contains(child) ? moved.Way.To : moved.Way.From)) continue;
                lock (_lost)
                {
                    OtherThanOneHolder++;
                    _lost.Add((moved.Meanwhile, $"{id}: {agency} shows {child} with {(holders.Count == 0 ? "nobody" : string.Join(", ", holders))}"));
                }
            }
        }
    }

    private static async Task<(VerifyReply.Types.Found Found, VerifyReply.Types.Heard Heard)> Verify(AgencyDoor door, CancellationToken stop)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                using var call = door.Audit.Verify(new() { Witnesses = true }, door.Endless(stop));
                var (found, heard) = ((VerifyReply.Types.Found?)null, (VerifyReply.Types.Heard?)null);
                while (await call.ResponseStream.MoveNext(stop)) (found, heard) = (call.ResponseStream.Current.Found ?? found, call.ResponseStream.Current.Heard ?? heard);
                return (found.ShouldNotBeNull(), heard.ShouldNotBeNull());
            }
            catch (Grpc.Core.RpcException fault) when (fault.StatusCode == Grpc.Core.StatusCode.Unavailable)
            {
                // It was killed last, and is being started again.
            }
            await pause.WaitForNextTickAsync(stop);
        }
    }
}
