using Microsoft.Extensions.Logging;

namespace InfoSharing.Local.Running;

/// <summary>An agency's warnings and errors, a line each with the agency before it; of an exception its type alone, for its message may hold a word of a case.</summary>
internal sealed class WarningLines(string agency, TextWriter to) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Warning and < LogLevel.None;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        var line = $"{agency} {logLevel.ToString().ToLowerInvariant()} {eventId.Id}: {formatter(state, null)}{(exception is null ? "" : $" ({exception.GetType().Name})")}";
        lock (to) to.WriteLine(line);
    }

    public void Dispose()
    {
    }
}
