using Grpc.Core;

namespace InfoSharing.Tests.Component.Documents;

/// <summary>The messages of a call, as a service reads them.</summary>
internal sealed class Messages<T>(IEnumerable<T> messages) : IAsyncStreamReader<T>
{
    private readonly IEnumerator<T> _messages = messages.GetEnumerator();

    public T Current => _messages.Current;

    public Task<bool> MoveNext(CancellationToken cancellationToken) => Task.FromResult(_messages.MoveNext());
}

/// <summary>What a service writes.</summary>
internal sealed class Written<T> : IServerStreamWriter<T>
{
    internal List<T> Messages { get; } = [];

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(T message)
    {
        Messages.Add(message);
        return Task.CompletedTask;
    }

    public Task WriteAsync(T message, CancellationToken cancellationToken) => WriteAsync(message);
}
