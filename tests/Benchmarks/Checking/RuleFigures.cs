using System.Diagnostics;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;
using InfoSharing.Validator.Views;

namespace InfoSharing.Tests.Benchmarks.Checking;

/// <summary>Where the time of a check goes, rule by rule. A fact that several rules share is counted with the first that asks for it.</summary>
internal static class RuleFigures
{
    private const int Rounds = 4000;

    public static void Print()
    {
        var transfer = Samples.Complete();
        var context = new JudgingContext { At = Samples.JudgedOn };
        var rules = RuleSets.Newest.Rules;
        var ticks = new long[rules.Count + 3];
        var bytes = new long[rules.Count + 3];
        for (var round = -1000; round < Rounds; round++)
        {
            if (round == 0) (ticks, bytes) = (new long[ticks.Length], new long[bytes.Length]);
            var c = new Case(transfer, context);
            var found = new Findings();
            for (var i = 0; i < rules.Count; i++)
            {
                if (!rules[i].RunsOn(c)) continue;
                found.Of(rules[i]);
                Measure(i, () => rules[i].Judge(c, found));
            }
            Measure(rules.Count, () => GC.KeepAlive(Withholding.From(c).ToList()));
            Measure(rules.Count + 1, () => new ReportWriter(RuleSets.Newest, c).Write(found));
            c.Release();
            Measure(rules.Count + 2, () => RuleSets.Newest.Judge(transfer, context));
        }
        Console.WriteLine();
        Console.WriteLine("Check of complete, rule by rule (means)     µs    bytes");
        var names = rules.Select(rule => $"{rule.Card.Id} {rule.Name}").Append("withholding").Append("report").Append("all together").ToArray();
        foreach (var i in Enumerable.Range(0, names.Length).OrderByDescending(i => ticks[i]))
            Console.WriteLine($"{names[i],-40} {ticks[i] * 1e6 / Stopwatch.Frequency / Rounds,8:F2} {bytes[i] / Rounds,8:N0}");

        var cpu = Environment.CpuUsage.TotalTime;
        for (var round = 0; round < Rounds; round++) GC.KeepAlive(RuleSets.Newest.Judge(transfer, context));
        Console.WriteLine($"CPU of a check, whatever else the machine does: {(Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / Rounds:F1} µs");

        void Measure(int i, Action action)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var began = Stopwatch.GetTimestamp();
            action();
            ticks[i] += Stopwatch.GetTimestamp() - began;
            bytes[i] += GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
