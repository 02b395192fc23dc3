using InfoSharing.Tests.SystemLane.Network;
using InfoSharing.V1;

namespace InfoSharing.Tests.Benchmarks.Moving;

/// <summary>
/// `complete` from Send to stored receipt over the embedded network in a process of its own: rules, at-rest sealing, CMS, gRPC and two ledgers. The floor, in the same run, is
/// <see cref="LedgerFloor"/>: the very rows of those two ledgers, written again in batches of 32.
/// </summary>
internal static class MoveFigures
{
    private const int Senders = 32;
    private const int Rounds = 3;
    private const double WarmUpSeconds = 20;
    private const int ASecond = 20;

    public static async Task Print(double seconds)
    {
        using var end = new CancellationTokenSource();
        await using var network = new RunningNetwork();
        await network.Start(end.Token);
        await Task.Delay(TimeSpan.FromSeconds(5), end.Token); // settled, as an idle one is
        var idle = network.Memory;
        var mover = new Mover(network[Mover.Sender]);
        var watching = mover.Watch(end.Token);
        var sample = Samples.Complete();
        Transfer Draw() => OtherFamilies.Of(sample);

        await mover.Move(Draw, Senders, WarmUpSeconds);
        var used = network.Memory;
        var (rates, cpu) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var before = network.Cpu;
            var (moved, took, _) = await mover.Move(Draw, Senders, seconds);
            rates.Add(moved / took);
            cpu.Add((network.Cpu - before).TotalSeconds / took);
        }
        var (sends, receipts) = await mover.Paced(Draw, ASecond, count: (int)(ASecond * Math.Max(seconds, 10)));
        await end.CancelAsync();
        await watching;
        await network.Stop(CancellationToken.None);
        var floor = Machine.Median(Enumerable.Range(0, Rounds).Select(_ => LedgerFloor.TransfersASecond(network.Folder)));

        var rate = Machine.Median(rates);
        Console.WriteLine();
        Console.WriteLine($"Move          complete, Send to stored receipt, {Senders} senders: {rate:N0} transfers/s with {Machine.Median(cpu):F2} cores; floor (the same rows of both ledgers, batches of 32) {floor:N0}/s; ratio {rate / floor:F2}");
        Console.WriteLine($"              rounds, transfers/s: {string.Join(", ", rates.Select(one => $"{one:N0}"))}");
        Console.WriteLine($"              at {ASecond} a second: send p50 {Mover.At(sends, 50):F1} ms, p99 {Mover.At(sends, 99):F1} ms; to the stored receipt p50 {Mover.At(receipts, 50):F1} ms, p99 {Mover.At(receipts, 99):F1} ms");
        Console.WriteLine($"              memory of the network: idle {idle >> 20:N0} MB, after the warm-up's transfers {used >> 20:N0} MB (resident)");
    }
}
