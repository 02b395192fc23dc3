using Spectre.Console;

namespace InfoSharing.Cli.Import;

/// <summary>Says how far a long import is: a line that moves on a terminal, a plain line every ten seconds elsewhere, nothing in the first second.</summary>
internal sealed class ImportProgress : IDisposable
{
    private const double Megabyte = 1_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenMoves = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private readonly IAnsiConsole _console;
    private readonly TimeProvider _clock;
    private readonly long? _length;
    private readonly long _began;
    private readonly bool _isTerminal;
    private TimeSpan _next = Patience;
    private bool _shown;

    public ImportProgress(TextWriter error, TimeProvider clock, long? length)
    {
        (_clock, _length, _began) = (clock, length, clock.GetTimestamp());
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        _isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected && _console.Profile.Capabilities.Ansi;
        if (!_isTerminal) _next = BetweenLines;
    }

    /// <summary>Shows how far it is, when it is time to.</summary>
    public void Show(long bytes, int children)
    {
        var elapsed = _clock.GetElapsedTime(_began);
        if (elapsed < _next) return;
        _next = elapsed + (_isTerminal ? BetweenMoves : BetweenLines);
        var line = (_length > 0 ? $"{Math.Min(100, 100.0 * bytes / _length.Value),3:F0} %  {bytes / Megabyte:N0} of {_length / Megabyte:N0} MB" : $"{bytes / Megabyte:N0} MB") + $"  {children:N0} children";
        if (_isTerminal) _console.Write(new ControlCode($"\r{line}\u001b[K"));
        else _console.Profile.Out.Writer.WriteLine(line);
        _shown = true;
    }

    public void Dispose()
    {
        if (_shown && _isTerminal) _console.Write(new ControlCode("\r\u001b[K"));
    }
}
