using Microsoft.Extensions.Logging;

namespace InfoSharing.Tests.Component.Directories;

/// <summary>Keeps the numbers and words of what was logged.</summary>
internal sealed class LogLines<T> : ILogger<T>
{
    public List<(int Id, string Words)> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add((eventId.Id, formatter(state, exception)));
}
