using InfoSharing.Tests.Otlp;
using InfoSharing.Tests.SystemLane.Network;

namespace InfoSharing.Tests.Benchmarks.Moving;

/// <summary>
/// Where a transfer's time goes over the distributed network: each step of the main flow, as its agency's process tells a collector. At a pace that leaves the machine idle half of
/// the time, so that a step is its work and what it waits for itself (the disk, the broker), not a queue.
/// </summary>
internal static class StepFigures
{
    private const int ASecond = 50;
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(20); // the processes tell every 15

    public static async Task Print(double seconds)
    {
        using var end = new CancellationTokenSource();
        await using var collector = await Collector.Start();
        await using var network = new RunningNetwork(distributed: true, telemetry: collector.Address);
        await network.Start(end.Token);
        var mover = new Mover(network[Mover.Sender]);
        var watching = mover.Watch(end.Token);
        var sample = Samples.Complete();
        await mover.Move(() => OtherFamilies.Of(sample), 32, seconds);
        await Task.Delay(Told, end.Token);
        var before = Sums(collector);
        var count = (int)(ASecond * seconds);
        await mover.Paced(() => OtherFamilies.Of(sample), ASecond, count);
        await Task.Delay(Told, end.Token);
        Console.WriteLine($"Steps         complete (16 kB) at {ASecond} a second for {seconds:N0} s, a process for each agency, RabbitMQ, PostgreSQL; wall time");
        Console.WriteLine($"              {"agency",-21} {"step",-15} {"times",7} {"µs each",9} {"µs a transfer",14}");
        foreach (var ((agency, step), (times, sum)) in Sums(collector).OrderBy(one => one.Key, Comparer<(string, string)>.Default))
        {
            var (earlier, earlierSum) = before.GetValueOrDefault((agency, step));
            if (times - earlier is var during and > 0) Console.WriteLine($"              {agency,-21} {step,-15} {during,7:N0} {(sum - earlierSum) / during * 1e6,9:N0} {(sum - earlierSum) / count * 1e6,14:N0}");
        }
        await end.CancelAsync();
        await watching;
        await network.Stop(CancellationToken.None);
    }

    // What is told rises from a process's start: the newest stands.
    private static Dictionary<(string Agency, string Step), (double Times, double Sum)> Sums(Collector collector)
    {
        var sums = new Dictionary<(string, string), (double, double)>();
        foreach (var heard in collector.Metrics.Where(one => one.Metric.Name == "infosharing.step.duration"))
            foreach (var point in heard.Metric.Histogram.DataPoints)
                sums[(TagOf(point, "infosharing.agency"), TagOf(point, "infosharing.step"))] = (point.Count, point.Sum);
        return sums;
    }

    private static string TagOf(Metric.Types.Distribution point, string key) => point.Attributes.FirstOrDefault(one => one.Key == key)?.Value.StringValue ?? "";
}
