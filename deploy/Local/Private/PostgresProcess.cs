using System.Diagnostics;

namespace InfoSharing.Local.Private;

/// <summary>A running server. A thread of its own starts it and stays until it ends: the operating system ends the server when that thread is gone.</summary>
internal sealed class PostgresProcess
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Process? _process;

    internal PostgresProcess(ProcessStartInfo start) => new Thread(() => Run(start)) { IsBackground = true, Name = "private PostgreSQL" }.Start();

    /// <summary>Completes when it takes connections; fails where it ends before.</summary>
    internal Task Ready => _ready.Task;

    /// <summary>Completes when it has ended.</summary>
    internal Task Ended => _ended.Task;

    internal void Kill() => _process?.Kill();

    private void Run(ProcessStartInfo start)
    {
        var last = "";
        try
        {
            using var process = Process.Start(start)!;
            _process = process;
            process.StandardInput.Close();
            process.StandardOutput.Close();
            while (process.StandardError.ReadLine() is { } line)
            {
                if (line.Contains("database system is ready to accept", StringComparison.Ordinal)) _ready.TrySetResult();
                if (line.Contains("FATAL", StringComparison.Ordinal)) last = line;
            }
            process.WaitForExit();
        }
        catch (Exception failure) // whatever it was, who waits is told
        {
            last = failure.Message;
        }
        _process = null;
        _ready.TrySetException(new PrivateServerException($"PostgreSQL ended before it was ready: {last}"));
        _ended.TrySetResult();
    }
}
