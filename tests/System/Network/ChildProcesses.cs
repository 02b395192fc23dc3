using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace InfoSharing.Tests.SystemLane.Network;

/// <summary>The processes of a distributed network, found as an operator finds them: by what they were started with.</summary>
internal sealed class ChildProcesses(string folder)
{
    /// <summary>kill -9 of one of an agency's processes; returns when another one runs in its place.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <param name="replica">Which of its processes.</param>
    /// <param name="between">Done while it does not run.</param>
    internal Task KillAgency(string agency, CancellationToken stop, int replica = 1, Action? between = null) => Kill(
        process => process.Command.StartsWith("dotnet\0", StringComparison.Ordinal) && process.Command.Contains($"--agency\0{agency}\0", StringComparison.Ordinal) && process.Command.Contains($"--replica\0{replica}\0", StringComparison.Ordinal), stop, between);

    /// <summary>kill -9 of the broker; returns when another one runs in its place.</summary>
    /// <param name="stop">Ends the waiting.</param>
    /// <param name="between">Done while none runs.</param>
    internal Task KillBroker(CancellationToken stop, Action? between = null) => Kill(process => process.Command.Contains("beam.smp", StringComparison.Ordinal), stop, between);

    /// <summary>kill -9 of the database's server; returns when another one runs in its place.</summary>
    internal Task KillDatabase(CancellationToken stop) => Kill(process => process.Command.Contains($"-D\0{folder}/database/", StringComparison.Ordinal), stop);

    /// <summary>Ends an agency's only process as an operator does; returns when it has ended.</summary>
    internal async Task StopAgency(string agency, CancellationToken stop)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        Found? found;
        while ((found = The(process => IsOf(process, agency))) is null) await pause.WaitForNextTickAsync(stop); // it is only just starting
        using var process = Process.GetProcessById(found.Id);
        using (var signal = Process.Start("kill", ["-TERM", $"{found.Id}"])) await signal.WaitForExitAsync(stop);
        await process.WaitForExitAsync(stop);
    }

    /// <summary>The id of an agency's process.</summary>
    internal int IdOf(string agency) => The(process => IsOf(process, agency))!.Id;

    /// <summary>Completes when none of them is left.</summary>
    internal async Task AllEnded(CancellationToken stop)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (All().Count > 0) await pause.WaitForNextTickAsync(stop);
    }

    /// <summary>All that belong to the network's folder but the network itself.</summary>
    internal List<Found> All() => [.. Everything().Where(process => process.Belongs(folder))];

    // A child that was forked a moment ago has its parent's command yet: a server is the one whose parent is no such server.
    private Found? The(Func<Found, bool> which)
    {
        var found = All().Where(which).ToList();
        return found.SingleOrDefault(process => found.All(other => other.Id != process.Parent));
    }

    private async Task Kill(Func<Found, bool> which, CancellationToken stop, Action? between = null)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        Found? before;
        while ((before = The(which)) is null) await pause.WaitForNextTickAsync(stop); // it is only just starting
        using (var process = Process.GetProcessById(before.Id))
        {
            process.Kill();
            await process.WaitForExitAsync(stop);
        }
        between?.Invoke();
        while (The(which) is not { } next || next.Id == before.Id) await pause.WaitForNextTickAsync(stop);
    }

    private static bool IsOf(Found process, string agency) => process.Command.StartsWith("dotnet\0", StringComparison.Ordinal) && process.Command.Contains($"--agency\0{agency}\0", StringComparison.Ordinal);

    private static IEnumerable<Found> Everything()
    {
        foreach (var process in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(process), out var id) && Read(Path.Combine(process, "cmdline")) is { Length: > 0 } command)
                yield return new(id, ParentIn(Read(Path.Combine(process, "stat"))), command, Read(Path.Combine(process, "environ")));
    }

    // proc(5): the fourth field; the second is the command's name in brackets, and may hold any sign.
    private static int ParentIn(string stat) => stat.LastIndexOf(')') is var end && end > 0 ? int.Parse(stat[(end + 2)..].Split(' ')[1], CultureInfo.InvariantCulture) : 0;

    private static string Read(string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(file));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return ""; // it ended meanwhile, or is somebody else's
        }
    }

    internal sealed record Found(int Id, int Parent, string Command, string Environment)
    {
        internal bool Belongs(string folder) =>
            Environment.Contains($"HOME={folder}/broker\0", StringComparison.Ordinal) || Command.Contains($"-D\0{folder}/database/", StringComparison.Ordinal) || Command.Contains($"--data\0{folder}\0--port\0", StringComparison.Ordinal) && Command.Contains("--agency\0", StringComparison.Ordinal);
    }
}
