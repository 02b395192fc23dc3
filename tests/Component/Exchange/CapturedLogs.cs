using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Tests.Component.Exchange;

/// <summary>Everything that a service logs, at every level, with its scopes and exceptions.</summary>
internal sealed class CapturedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _said = [];

    public string Said => string.Join('\n', _said);

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _said);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<string> said) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            said.Enqueue($"{category} {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            said.Enqueue($"{category} {logLevel} {eventId} {formatter(state, exception)} {exception}");
    }
}
