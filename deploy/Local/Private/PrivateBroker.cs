using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using InfoSharing.Exchange.Hosting;

namespace InfoSharing.Local.Private;

/// <summary>
/// A RabbitMQ of our own, from the installed program: free ports on loopback, its own data, its own port mapper, no rights of the machine. It may be
/// stopped, killed and started again on the same ports and data; it ends when we end.
/// </summary>
internal sealed class PrivateBroker : IAsyncDisposable
{
    private static readonly TimeSpan ToStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ToStop = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    // The distributions' own wrappers demand root or their own user.
    private static readonly string[] Programs = ["/usr/lib/rabbitmq/bin/rabbitmq-server", "/opt/rabbitmq/sbin/rabbitmq-server", "/usr/local/sbin/rabbitmq-server", "/opt/homebrew/sbin/rabbitmq-server"];

    private readonly PrivateBrokerFiles _files;
    private readonly PrivateBrokerPorts _ports = PrivateBrokerPorts.Free();
    private readonly HttpClient _http;
    private GuardedProcess? _mapper;
    private GuardedProcess? _server;

    private PrivateBroker(string folder, PrivateBrokerWishes wishes)
    {
        _files = new(Path.GetFullPath(folder));
        _files.Write(_ports, wishes);
        _http = new() { BaseAddress = Management, Timeout = TimeSpan.FromSeconds(5) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{PrivateBrokerFiles.Administrator}:{File.ReadAllText(_files.PasswordFile)}")));
    }

    /// <summary>True where the program is installed.</summary>
    internal static bool IsInstalled => Program is not null;

    /// <summary>What to say where it is not.</summary>
    internal const string NotInstalled = "RabbitMQ is not installed: install it (on Debian: apt-get install rabbitmq-server), then run this again.";

    /// <summary>Its port for agencies.</summary>
    internal int AmqpPort => _ports.Amqp;

    /// <summary>Where it is administered.</summary>
    internal Uri Management => new($"http://127.0.0.1:{_ports.Management}");

    /// <summary>The file of its administrator's password.</summary>
    internal string PasswordFile => _files.PasswordFile;

    /// <summary>Completes when it has ended, by itself or because it was told to.</summary>
    internal Task Ended => _server?.Ended ?? Task.CompletedTask;

    private static string? Program => Array.Find(Programs, File.Exists);

    /// <summary>Starts one, and waits until it answers.</summary>
    /// <param name="folder">Its folder: made where it is missing, found again where it is there.</param>
    /// <param name="wishes">What it is started with.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="CannotStartException">It is not installed, or does not start.</exception>
    internal static async Task<PrivateBroker> StartAsync(string folder, PrivateBrokerWishes? wishes = null, CancellationToken stop = default)
    {
        if (!IsInstalled) throw new CannotStartException(NotInstalled);
        var broker = new PrivateBroker(folder, wishes ?? new());
        try
        {
            await broker.StartAgainAsync(stop);
            return broker;
        }
        catch // whatever it was, nothing of it stays; the failure goes on
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again after it has ended: same ports, same data.</summary>
    internal async Task StartAgainAsync(CancellationToken stop)
    {
        var environment = _files.Environment(_ports);
        using var patience = new CancellationTokenSource(ToStart, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        if (_mapper is not { IsRunning: true })
        {
            _mapper = GuardedProcess.Start("epmd", ["-port", _ports.Mapper.ToString(CultureInfo.InvariantCulture), "-address", "127.0.0.1"], environment, _ => { }, _ => { });
            await UntilAsync(MapperAnswersAsync, _mapper, either.Token);
        }
        if (_server is not null) await _server.DisposeAsync();
        _server = GuardedProcess.Start(Program!, [], environment, _ => { }, _ => { });
        await UntilAsync(ServerAnswersAsync, _server, either.Token);
    }

    /// <summary>Runs RabbitMQ's own rabbitmqctl on it; gives its exit code.</summary>
    internal async Task<int> ControlAsync(params string[] arguments)
    {
        await using var control = GuardedProcess.Start(Path.Combine(Path.GetDirectoryName(Program!)!, "rabbitmqctl"), arguments, _files.Environment(_ports), _ => { }, _ => { });
        return await control.Ended;
    }

    /// <summary>Stops it, as an operator does.</summary>
    internal Task StopAsync() => _server is null ? Task.CompletedTask : _server.StopAsync(ToStop);

    /// <summary>kill -9.</summary>
    internal async Task KillAsync()
    {
        _server!.Kill();
        await _server.Ended;
    }

    /// <summary>Removes all that it holds, once it has ended: disks, users and all.</summary>
    internal void Wipe() => Directory.Delete(_files.Data, recursive: true);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await StopAsync();
            await _server.DisposeAsync();
        }
        if (_mapper is not null)
        {
            await _mapper.StopAsync(ToStop);
            await _mapper.DisposeAsync();
        }
        _http.Dispose();
    }

    private async Task UntilAsync(Func<CancellationToken, Task<bool>> answers, GuardedProcess process, CancellationToken stop)
    {
        using var look = new PeriodicTimer(Look);
        while (!await answers(stop))
        {
            if (!process.IsRunning) throw new CannotStartException($"The private RabbitMQ ended while it was starting: its log in {Path.Combine(_files.Root, "log")} says why.");
            await look.WaitForNextTickAsync(stop);
        }
    }

    private async Task<bool> MapperAnswersAsync(CancellationToken stop)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", _ports.Mapper, stop);
            return true;
        }
        catch (SocketException)
        {
            return false; // not yet
        }
    }

    private async Task<bool> ServerAnswersAsync(CancellationToken stop)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("api/health/checks/port-listener/" + _ports.Amqp, UriKind.Relative), stop);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return false; // not yet
        }
    }
}
