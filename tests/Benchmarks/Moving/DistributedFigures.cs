using System.Diagnostics;
using InfoSharing.Tests.SystemLane.Network;
using InfoSharing.V1;

namespace InfoSharing.Tests.Benchmarks.Moving;

/// <summary>
/// Transfers over the distributed network: eight agency processes, RabbitMQ and PostgreSQL, and this client, all on one machine; rules, sealing, at-rest sealing, two ledgers and
/// signed receipts on. The floor, in the same run and on servers of its own, is <see cref="DistributedFloor"/>.
/// </summary>
internal static class DistributedFigures
{
    private const double WarmUpSeconds = 60;
    private const int ASecond = 50;
    private const int Backlog = 10_000;

    public static async Task Print(double seconds)
    {
        using var end = new CancellationTokenSource();
        await using var network = new RunningNetwork(distributed: true);
        await network.Start(end.Token);
        await Task.Delay(TimeSpan.FromSeconds(5), end.Token); // settled, as an idle one is
        var idle = ProcessUse.Of(network.Folder);
        var mover = new Mover(network[Mover.Sender]);
        var watching = mover.Watch(end.Token);
        var (complete, large) = (Drawn(Samples.Complete()), Drawn(Samples.Large()));

        await mover.Move(complete, 64, WarmUpSeconds);
        await using (var floor = await DistributedFloor.StartAsync())
        {
            await Sustained(network, mover, floor, "complete (16 kB)", complete, 64, seconds);
            await Sustained(network, mover, floor, "complete (16 kB)", complete, 512, seconds);
            await Sustained(network, mover, floor, "large (64 kB)", large, 64, seconds);
        }
        var (sends, receipts) = await mover.Paced(complete, ASecond, (int)(ASecond * Math.Max(seconds, 10)));
        Console.WriteLine($"              at {ASecond} a second: send p50 {Mover.At(sends, 50):F1} ms, p99 {Mover.At(sends, 99):F1} ms; to the stored receipt p50 {Mover.At(receipts, 50):F1} ms, p99 {Mover.At(receipts, 99):F1} ms");
        await Drained(network, mover, complete);
        foreach (var (before, after) in idle.Zip(ProcessUse.Of(network.Folder))) Console.WriteLine($"              {after.Name,-21} memory {before.Memory >> 20:N0} MB idle, {after.Memory >> 20:N0} MB at the end");
        await end.CancelAsync();
        await watching;
        await network.Stop(CancellationToken.None);
    }

    private static Func<Transfer> Drawn(Transfer sample) => () => OtherFamilies.Of(sample);

    private static async Task Sustained(RunningNetwork network, Mover mover, DistributedFloor floor, string what, Func<Transfer> draw, int inFlight, double seconds)
    {
        using var sender = new StoredLedger(network.Folder, Mover.Sender);
        using var recipient = new StoredLedger(network.Folder, Mover.Recipient);
        var (sentFrom, receivedFrom) = (sender.Position(), recipient.Position());
        var before = ProcessUse.Of(network.Folder).ToDictionary(one => one.Name);
        using var client = Process.GetCurrentProcess();
        var mine = client.TotalProcessorTime;
        var (moved, took, sends) = await mover.Move(draw, inFlight, seconds);
        client.Refresh();
        var cores = ProcessUse.Of(network.Folder).Select(one => (one.Name, Cores: (one.Cpu - before[one.Name].Cpu).TotalSeconds / took)).Append(("this client", (client.TotalProcessorTime - mine).TotalSeconds / took)).Where(one => one.Item2 >= 0.005).ToList();
        var (sentTogether, receivedTogether) = (Together(sender.CommitsAfter(sentFrom, "sent")), Together(recipient.CommitsAfter(receivedFrom, "received")));
        var floorRate = await floor.TransfersASecond(draw(), sentTogether, receivedTogether, Math.Max(5, seconds / 4));
        Console.WriteLine($"Move          a process for each agency, RabbitMQ, PostgreSQL: {what}, {inFlight} in flight: {moved / took:N0} transfers/s for {took:N0} s; floor {floorRate:N0}/s; ratio {moved / took / floorRate:F2}; send p50 {Mover.At(sends, 50):F1} ms, p99 {Mover.At(sends, 99):F1} ms");
        Console.WriteLine($"              a commit holds {sentTogether} sends, {receivedTogether} arrivals; cores: {string.Join(", ", cores.Select(one => $"{one.Item1} {one.Item2:F2}"))}; µs of CPU a transfer: {cores.Sum(one => one.Item2) / (moved / took) * 1e6:N0}");
    }

    private static int Together((long Events, long Commits) counted) => (int)Math.Max(1, Math.Round((double)counted.Events / Math.Max(1, counted.Commits)));

    // The recipient's process stands still while the backlog grows, and then goes on.
    private static async Task Drained(RunningNetwork network, Mover mover, Func<Transfer> draw)
    {
        var recipient = new ChildProcesses(network.Folder).IdOf(Mover.Recipient);
        Signal("STOP", recipient);
        Task receipts;
        try
        {
            receipts = await mover.Fill(draw, Backlog, atOnce: 64);
        }
        finally
        {
            Signal("CONT", recipient);
        }
        var began = Stopwatch.GetTimestamp();
        await receipts;
        Console.WriteLine($"              a backlog of {Backlog:N0} drained in {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s: {Backlog / Stopwatch.GetElapsedTime(began).TotalSeconds:N0} transfers/s");
    }

    private static void Signal(string name, int process)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process}"]);
        kill.WaitForExit();
    }
}
