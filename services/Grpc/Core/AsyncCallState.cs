namespace Grpc.Core;

/// <summary>What the four call objects share. The functions take their state, so that a call costs no closures.</summary>
internal readonly struct AsyncCallState(
    Func<object, Task<Metadata>> headers,
    Func<object, Status> status,
    Func<object, Metadata> trailers,
    Action<object> dispose,
    object state)
{
    public Task<Metadata> ResponseHeadersAsync() => headers(state);

    public Status GetStatus() => status(state);

    public Metadata GetTrailers() => trailers(state);

    public void Dispose() => dispose(state);

    public static AsyncCallState From(Task<Metadata> headers, Func<Status> status, Func<Metadata> trailers, Action dispose) =>
        new(
            static state => ((Functions)state).Headers,
            static state => ((Functions)state).Status(),
            static state => ((Functions)state).Trailers(),
            static state => ((Functions)state).Dispose(),
            new Functions(headers, status, trailers, dispose));

    private sealed record Functions(Task<Metadata> Headers, Func<Status> Status, Func<Metadata> Trailers, Action Dispose);
}
