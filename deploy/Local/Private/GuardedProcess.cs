using System.Diagnostics;

namespace InfoSharing.Local.Private;

/// <summary>
/// A program that runs as long as we do. It has a session of its own, so that Ctrl-C reaches it through us alone; and a shell beside it passes on
/// what we tell it, and ends it and all that it started when our end of the pipe closes: however we end, it does not outlive us.
/// </summary>
internal sealed class GuardedProcess : IAsyncDisposable
{
    // Reads the names of signals, and at the end of the pipe kills the whole session.
    private const string Guard = """
        exec 3<&0
        "$@" </dev/null 3<&- &
        child=$!
        ( while read -r signal; do kill -s "$signal" "$child"; done; kill -s KILL 0 ) <&3 3<&- &
        reader=$!
        exec 3<&-
        wait "$child"; code=$?
        kill "$reader" 2>/dev/null
        exit "$code"
        """;

    private readonly Process _process;

    private GuardedProcess(Process process) => _process = process;

    /// <summary>Completes with the program's exit code when it has ended; 128 and the signal's number where a signal ended it.</summary>
    internal Task<int> Ended { get; private set; } = null!;

    /// <summary>True until it has ended.</summary>
    internal bool IsRunning => !Ended.IsCompleted;

    /// <summary>Starts a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">What is set over our own environment; null takes a variable away.</param>
    /// <param name="said">Told each line that it prints.</param>
    /// <param name="complained">Told each line that it prints to the standard error.</param>
    internal static GuardedProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment, Action<string> said, Action<string> complained)
    {
        var start = new ProcessStartInfo("setsid", ["sh", "-c", Guard, "guard", program, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Tell(said, line.Data);
        process.ErrorDataReceived += (_, line) => Tell(complained, line.Data);
        process.Start();
        process.StandardInput.AutoFlush = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var guarded = new GuardedProcess(process);
        guarded.Ended = guarded.WaitAsync();
        return guarded;
    }

    /// <summary>Asks it to stop, and kills it where it takes longer than it may.</summary>
    internal async Task StopAsync(TimeSpan patience)
    {
        Signal("TERM");
        if (await Task.WhenAny(Ended, Task.Delay(patience, TimeProvider.System)) != Ended) Kill();
        await Ended;
    }

    /// <summary>kill -9, and all that it started with it.</summary>
    internal void Kill() => _process.StandardInput.Close();

    public async ValueTask DisposeAsync()
    {
        if (IsRunning) Kill();
        await Ended;
        _process.Dispose();
    }

    private static void Tell(Action<string> listener, string? line)
    {
        if (line is not null) listener(line);
    }

    private void Signal(string name)
    {
        try
        {
            _process.StandardInput.WriteLine(name);
        }
        catch (IOException)
        {
            // It has ended already.
        }
    }

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }
}
