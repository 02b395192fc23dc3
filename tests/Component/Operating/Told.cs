using Grpc.Core;

namespace InfoSharing.Tests.Component.Operating;

/// <summary>What a streaming act tells, kept.</summary>
internal sealed class Told<T> : IServerStreamWriter<T>
{
    private readonly Lock _gate = new();
    private readonly List<T> _all = [];

    internal List<T> All
    {
        get
        {
            lock (_gate) return [.. _all];
        }
    }

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(T message, CancellationToken cancellationToken) => WriteAsync(message);

    public Task WriteAsync(T message)
    {
        lock (_gate) _all.Add(message);
        return Task.CompletedTask;
    }
}
