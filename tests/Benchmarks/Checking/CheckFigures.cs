using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using InfoSharing.Validator.Contract;

namespace InfoSharing.Tests.Benchmarks.Checking;

/// <summary>Microseconds and bytes allocated to check a sample, as a ratio to reading it, and for each kB of its narrative.</summary>
internal static class CheckFigures
{
    public static void Print()
    {
        // In process: the usual toolchain would restore and build a project of its own.
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15))
            .AddDiagnoser(MemoryDiagnoser.Default).AddColumnProvider(DefaultColumnProviders.Instance).AddLogger(NullLogger.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "infosharing-benchmarks"));
        var summary = BenchmarkRunner.Run<CheckBenchmark>(config);
        Console.WriteLine();
        Console.WriteLine("Check         narrative     judge µs    µs each kB    bytes allocated    floor: read µs    ratio");
        foreach (var sample in new[] { "complete", "large" })
        {
            var transfer = sample == "complete" ? Samples.Complete() : Samples.Large();
            var narrative = Texts.Of(transfer).Sum(place => System.Text.Encoding.UTF8.GetByteCount(place.Text.Text_)) / 1024.0;
            var judge = Of(summary, sample, nameof(CheckBenchmark.Judge));
            var read = Of(summary, sample, nameof(CheckBenchmark.Read));
            Console.WriteLine($"{sample,-12} {narrative,7:F1} kB {judge.Micros,12:F1} {judge.Micros / narrative,12:F2} {judge.Bytes,18:N0} {read.Micros,17:F1} {judge.Micros / read.Micros,8:F2}   ({transfer.CalculateSize():N0} bytes)");
        }
    }

    private static (double Micros, long Bytes) Of(BenchmarkDotNet.Reports.Summary summary, string sample, string method)
    {
        var report = summary.Reports.Single(one => one.BenchmarkCase.Descriptor.WorkloadMethod.Name == method && (string)one.BenchmarkCase.Parameters["Sample"] == sample);
        return (report.ResultStatistics!.Median / 1000, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }
}
