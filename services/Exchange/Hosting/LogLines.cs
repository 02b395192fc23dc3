using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Hosting;

/// <summary>
/// Logs for the person who started a process, a line each, with the agency before it. Of an exception its type alone: its message may
/// hold a word of a case. That a host did not start, or that its work was stopped, is not said here: who started it says it in better words.
/// </summary>
/// <param name="agency">The agency.</param>
/// <param name="to">Where to.</param>
public sealed class LogLines(string agency, TextWriter to) : ILoggerProvider
{
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";
    private const int DidNotStart = 11;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName == HostCategory);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Write(LogLevel level, int number, string words, Exception? exception)
    {
        var line = $"{agency} {level.ToString().ToLowerInvariant()} {number}: {words}{(exception is null ? "" : $" ({exception.GetType().Name})")}";
        lock (to) to.WriteLine(line);
    }

    private sealed class Logger(LogLines lines, bool ofHost) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (ofHost && (eventId.Id == DidNotStart || exception is OperationCanceledException)) return;
            lines.Write(logLevel, eventId.Id, formatter(state, null), exception);
        }
    }
}
