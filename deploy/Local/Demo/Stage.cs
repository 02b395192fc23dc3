using InfoSharing.Cli;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.Client;
using InfoSharing.Local.Running;

namespace InfoSharing.Local.Demo;

/// <summary>
/// Where the story is played: a folder, a real network in it, and the command line, run as a person would run it in that folder. Every command
/// is shown with what it printed.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Data = "data";

    private readonly RunningNetwork _network;
    private readonly TextWriter _output;
    private readonly DemoClock _clock;
    private readonly Dictionary<string, AgencyClient> _clients = [];
    private int _step;

    private Stage(RunningNetwork network, TextWriter output, DemoClock clock) => (_network, _output, _clock, Screen) = (network, output, clock, Screen.Of(output));

    /// <summary>The agencies by name.</summary>
    internal AgencyNames Agencies { get; } = new(NetworkFolder.Open(Data).Agencies);

    /// <summary>Where the story's own words go.</summary>
    internal Screen Screen { get; }

    /// <summary>The story's clock.</summary>
    internal DemoClock Clock => _clock;

    /// <summary>Starts the network in the current folder.</summary>
    internal static async Task<Stage> Open(TextWriter output, TextWriter error, CancellationToken cancel)
    {
        var clock = new DemoClock();
        return new(await RunningNetwork.StartAsync(Data, 0, clock, new Progress<string>(), error, cancel), output, clock);
    }

    /// <summary>The next step's heading, and what it is about.</summary>
    internal void Heading(string title, string words)
    {
        Screen.Blank();
        Screen.Heading($"{++_step,2}. {title}", Colour.Bold, "");
        Screen.Words(words, 4);
        Screen.Blank();
    }

    /// <summary>An agency's client.</summary>
    internal async Task<AgencyClient> ClientOf(string agency)
    {
        if (_clients.TryGetValue(agency, out var known)) return known;
        var token = await File.ReadAllTextAsync(_network.Network.TokenFileOf(agency));
        return _clients[agency] = new(new Uri(_network.AddressOf(agency)), token);
    }

    /// <summary>Runs a command as it is typed, and shows it with what it says.</summary>
    /// <param name="ends">How it should end.</param>
    /// <param name="lines">How many lines to show; null is all.</param>
    /// <param name="arguments">The command, without "infosharing".</param>
    /// <returns>All that it said.</returns>
    /// <exception cref="NotAsToldException">It ended otherwise.</exception>
    internal async Task<string> Run(int ends, int? lines, params string[] arguments)
    {
        using var said = new StringWriter { NewLine = "\n" };
        Screen.Line($"    $ ./infosharing {string.Join(' ', arguments.Select(Quoted))}");
        var ended = await CliHost.Run(arguments, said, said, _clock);
        var shown = said.ToString().TrimEnd('\n').Split('\n');
        foreach (var line in shown.Take(lines ?? int.MaxValue)) Screen.Line(line.Length == 0 ? "" : $"    {line}");
        if (shown.Length > lines) Screen.Line($"    … {shown.Length - lines} more lines");
        await _output.FlushAsync();
        return ended == ends ? said.ToString() : throw new NotAsToldException($"The command above should have ended with {ends} and ended with {ended}.");
    }

    /// <summary>Writes a file of the story.</summary>
    internal static void Write(string name, string words)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(name, options);
        writer.Write(words);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values) client.Dispose();
        await _network.DisposeAsync();
    }

    private static string Quoted(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;
}
