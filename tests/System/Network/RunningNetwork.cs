using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace InfoSharing.Tests.SystemLane.Network;

/// <summary>The whole network as <c>./infosharing start</c> runs it: a process of its own that a test may kill and start again on the same data; or, distributed, one for each agency.</summary>
internal sealed class RunningNetwork : IAsyncDisposable
{
    private const int MostReplicas = 2;
    private const int AgenciesThere = 8;

    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly bool _distributed;
    private readonly Uri? _telemetry;
    private readonly StringBuilder _said = new();
    private readonly Dictionary<string, List<AgencyDoor>> _doors = [];
    private Process? _process;

    internal RunningNetwork(IReadOnlyDictionary<string, string>? environment = null, bool distributed = false, Uri? telemetry = null)
    {
        _environment = environment ?? new Dictionary<string, string>();
        _distributed = distributed;
        _telemetry = telemetry;
        Folder = Directory.CreateTempSubdirectory("infosharing-network-").FullName;
    }

    /// <summary>More of what is typed after start.</summary>
    internal List<string> More { get; } = [];

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

    /// <summary>An agency's door: its first process's, where it has several.</summary>
    internal AgencyDoor this[string agency] => _doors[agency][0];

    /// <summary>The doors of all an agency's processes.</summary>
    internal IReadOnlyList<AgencyDoor> DoorsOf(string agency) => _doors[agency];

    internal IEnumerable<string> Agencies => _doors.Keys;

    /// <summary>Starts it, and waits until it says that it is ready.</summary>
    internal async Task Start(CancellationToken stop)
    {
        if (Port == 0) Port = FreePorts();
        if (!File.Exists(Program)) throw new InvalidOperationException($"{Program} is not built: dotnet build deploy/Local -c {Configuration}");
        // A shell that runs the tests in the background lets its children ignore Ctrl-C.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Program, "start", "--data", Folder, "--port", $"{Port}", .. _distributed ? ["--distributed"] : Array.Empty<string>(), .. More, .. _telemetry is null ? Array.Empty<string>() : ["--telemetry", $"{_telemetry}"]]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
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

    /// <summary>kill -9, where it runs.</summary>
    internal async Task KillIfRunning()
    {
        if (_process is { HasExited: false }) await Kill(CancellationToken.None);
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
        foreach (var door in _doors.Values.SelectMany(doors => doors)) door.Dispose();
        await KillIfRunning();
        _process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The folder that holds InfoSharing.sln.</summary>
    internal static string Repository { get; } = FindRepository();

    /// <summary>The program that runs it, and that brings ledgers of it back.</summary>
    internal static string Program => Path.Combine(Repository, "deploy/Local/bin", Configuration, "net10.0/InfoSharing.Local.dll");

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
            var operatorToken = File.ReadAllText(Path.Combine(Folder, agency.GetProperty("id").GetString()!, "first-operator.token")).Trim();
            var (id, first) = (agency.GetProperty("id").GetString()!, new Uri(agency.GetProperty("address").GetString()!));
            // The ports of all first processes follow each other, then those of all second ones.
            _doors[id] = [.. Enumerable.Range(0, ReplicasOf(id)).Select(replica => new AgencyDoor($"{first.Scheme}://{first.Host}:{first.Port + (replica * AgenciesThere)}", token, operatorToken))];
        }
    }

    private int ReplicasOf(string agency) => More.Contains($"{agency}={MostReplicas}") ? MostReplicas : 1;

    // So many in a row that nobody listens on; should another take one meanwhile, the start says so.
    private static int FreePorts()
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var first = Random.Shared.Next(20_000, 30_000);
            if (Enumerable.Range(first, MostReplicas * AgenciesThere).All(IsFree)) return first;
        }
        throw new InvalidOperationException("There are not enough free ports in a row.");
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
