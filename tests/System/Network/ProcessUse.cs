using System.Globalization;

namespace InfoSharing.Tests.SystemLane.Network;

/// <summary>What a process of a network uses; PostgreSQL's and RabbitMQ's own together, each with those that it started.</summary>
/// <param name="Name">The agency, or the server.</param>
/// <param name="Cpu">The processor time so far.</param>
/// <param name="Memory">The memory that is its own, and its share of what it has with others.</param>
internal sealed record ProcessUse(string Name, TimeSpan Cpu, long Memory)
{
    private const double TicksASecond = 100; // USER_HZ, the same on every Linux

    /// <summary>All of a distributed network's.</summary>
    internal static IReadOnlyList<ProcessUse> Of(string folder)
    {
        var roots = new ChildProcesses(folder).All().Select(process => (process.Id, Name: NameOf(process.Command))).Where(one => one.Name is not null).ToDictionary(one => one.Id, one => one.Name!);
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => (Id: int.Parse(name!, CultureInfo.InvariantCulture), Stat: Stat(name!))).Where(one => one.Stat.Length > 15).ToList();
        return [.. from process in parents
                   let root = roots.ContainsKey(process.Id) ? process.Id : int.Parse(process.Stat[1], CultureInfo.InvariantCulture)
                   where roots.ContainsKey(root)
                   group process by roots[root] into own
                   orderby own.Key
                   select new ProcessUse(own.Key, own.Aggregate(TimeSpan.Zero, (sum, one) => sum + CpuIn(one.Stat)), own.Sum(one => MemoryOf(one.Id)))];
    }

    private static string? NameOf(string command) =>
        command.Contains("beam.smp", StringComparison.Ordinal) ? "RabbitMQ"
        : command.Contains("-D\0", StringComparison.Ordinal) ? "PostgreSQL"
        : command.StartsWith("dotnet\0", StringComparison.Ordinal) && command.Split('\0') is var words && Array.IndexOf(words, "--agency") is var at and > 0 ? words[at + 1] : null;

    // From the parent on: state, parent … 14 user and 15 system time; 16 and 17 those of children that have ended.
    private static string[] Stat(string process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return []; // it has ended
        }
    }

    private static TimeSpan CpuIn(string[] stat) => TimeSpan.FromSeconds(stat[11..15].Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / TicksASecond);

    private static long MemoryOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/smaps_rollup").FirstOrDefault(line => line.StartsWith("Pss:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
