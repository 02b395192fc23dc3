using System.Diagnostics;
using System.Runtime.InteropServices;

namespace InfoSharing.Tests.Benchmarks;

/// <summary>The machine that figures are of.</summary>
internal static class Machine
{
    /// <summary>Cores, memory, runtime.</summary>
    public static string Describe() =>
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}";

    /// <summary>Runs one part in a process of its own.</summary>
    public static async Task RunApart(string part)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, part);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start = new(Environment.ProcessPath!, [typeof(Machine).Assembly.Location, part]);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{part} ended with {process.ExitCode}");
    }

    /// <summary>The median of some figures.</summary>
    public static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
