using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace InfoSharing.Tests.SystemLane.Network;

/// <summary>The whole network as <c>./infosharing start</c> runs it: a process of its own that a test may kill and start again on the same data; or, distributed, one for each agency.</summary>
internal sealed class RunningNetwork : IAsyncDisposable
{
    private const int Ports = 8;

    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly bool _distributed;
    private readonly Uri? _telemetry;
    private readonly StringBuilder _said = new();
    private readonly Dictionary<string, AgencyDoor> _doors = [];
    private Process? _process;

    internal RunningNetwork(IReadOnlyDictionary<string, string>? environment = null, bool distributed = false, Uri? telemetry = null)
    {
        _environment = environment ?? new Dictionary<string, string>();
        _distributed = distributed;
        _telemetry = telemetry;
        Folder = Directory.CreateTempSubdirectory("infosharing-network-").FullName;
    }

    /// <summary>Its data folder.</summary>
    internal string Folder { get; }

    /// <summary>Where the first agency listens.</summary>
    internal int Port { get; private set; }

    /// <summary>All that it printed, in all its lives.</summary>
    internal string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    /// <summary>The resident memory of the process and of those that it has started, in bytes.</summary>
    internal long Memory => Processes().Sum(process => process.WorkingSet64);

    /// <summary>The processor time that they have used.</summary>
    internal TimeSpan Cpu => Processes().Aggregate(TimeSpan.Zero, (sum, process) => sum + process.TotalProcessorTime);

    internal AgencyDoor this[string agency] => _doors[agency];

    internal IEnumerable<string> Agencies => _doors.Keys;

    /// <summary>Starts it, and waits until it says that it is ready.</summary>
    internal async Task Start(CancellationToken stop)
    {
        if (Port == 0) Port = FreePorts();
        var program = Path.Combine(Repository, "deploy/Local/bin", Configuration, "net10.0/InfoSharing.Local.dll");
        if (!File.Exists(program)) throw new InvalidOperationException($"{program} is not built: dotnet build deploy/Local -c {Configuration}");
        // A shell that runs the tests in the background lets its children ignore Ctrl-C.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", program, "start", "--data", Folder, "--port", $"{Port}", .. _distributed ? ["--distributed"] : Array.Empty<string>(), .. _telemetry is null ? Array.Empty<string>() : ["--telemetry", $"{_telemetry}"]]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in _environment) start.Environment[name] = value;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new() { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, ready);
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The network ended before it was ready:\n{Said}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(2), stop);
        if (_doors.Count == 0) ReadDoors();
    }

    /// <summary>kill -9.</summary>
    internal async Task Kill(CancellationToken stop)
    {
        _process!.Kill();
        await _process.WaitForExitAsync(stop);
    }

    /// <summary>Stops it as Ctrl-C does; gives its exit code.</summary>
    internal async Task<int> Stop(CancellationToken stop)
    {
        using var signal = Process.Start("kill", ["-INT", $"{_process!.Id}"]);
        await _process.WaitForExitAsync(stop).WaitAsync(TimeSpan.FromSeconds(60), stop);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var door in _doors.Values) door.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The folder that holds InfoSharing.sln.</summary>
    internal static string Repository { get; } = FindRepository();

    private static string Configuration { get; } = AppContext.BaseDirectory.Contains("/Debug/", StringComparison.Ordinal) ? "Debug" : "Release";

    private IEnumerable<Process> Processes()
    {
        foreach (var id in new[] { _process!.Id }.Concat(_distributed ? new ChildProcesses(Folder).All().Select(child => child.Id) : []))
        {
            using var process = Process.GetProcessById(id);
            yield return process;
        }
    }

    private void Hear(string? line, TaskCompletionSource ready)
    {
        if (line is null) return;
        lock (_said) _said.AppendLine(line);
        if (line.Contains("InfoSharing is ready", StringComparison.Ordinal)) ready.TrySetResult();
    }

    private void ReadDoors()
    {
        using var network = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "network.json")));
        foreach (var agency in network.RootElement.GetProperty("agencies").EnumerateArray())
        {
            var token = File.ReadAllText(Path.Combine(Folder, agency.GetProperty("tokenFile").GetString()!)).Trim();
            _doors[agency.GetProperty("id").GetString()!] = new(agency.GetProperty("address").GetString()!, token);
        }
    }

    // Eight in a row that nobody listens on; should another take one meanwhile, the start says so.
    private static int FreePorts()
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var first = Random.Shared.Next(20_000, 30_000);
            if (Enumerable.Range(first, Ports).All(IsFree)) return first;
        }
        throw new InvalidOperationException("No eight free ports in a row.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false; // somebody has it
        }
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "InfoSharing.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("InfoSharing.sln is in no folder above the tests: run them from the repository.");
    }
}
