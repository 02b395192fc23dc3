using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>One call: from request headers to its one status. How it opens, reads and ends is in the other parts.</summary>
internal sealed partial class GrpcCall<TRequest, TResponse> : IDisposable
    where TRequest : class
    where TResponse : class
{
    private readonly GrpcChannel channel;
    private readonly Method<TRequest, TResponse> method;
    private readonly CallOptions options;
    private readonly string? host;
    private readonly DateTime deadline;
    private Task<bool> opened = Task.FromResult(false);
    private Task<Metadata>? responseHeaders;

    /// <exception cref="ArgumentException">The deadline is not in UTC.</exception>
    public GrpcCall(GrpcChannel channel, Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        ObjectDisposedException.ThrowIf(channel.Closed.IsCancellationRequested, channel);
        this.channel = channel;
        this.method = method;
        this.host = host;
        this.options = options;
        deadline = options.Deadline ?? DateTime.MaxValue;
        if (deadline.Kind != DateTimeKind.Utc && deadline != DateTime.MaxValue && deadline != DateTime.MinValue)
        {
            throw new InvalidOperationException("A deadline is a UTC time: its Kind must be Utc.");
        }
    }

    public Method<TRequest, TResponse> Method => method;

    public int? MaxSendMessageSize => channel.Options.MaxSendMessageSize;

    public CancellationToken Token => source.Token;

    public CancellationToken CallerToken => options.CancellationToken;

    public Task<Metadata> ResponseHeadersAsync => LazyInitializer.EnsureInitialized(ref responseHeaders, ReadHeadersAsync);

    private bool HasOneResponse => method.Type is MethodType.Unary or MethodType.ClientStreaming;

    /// <summary>Starts a call whose responses a reader will ask for.</summary>
    public void Start(HttpContent content) => opened = OpenAsync(content);

    /// <summary>Starts a call with one response.</summary>
    public Task<TResponse> StartSingle(HttpContent content)
    {
        Start(content);
        var single = new TaskCompletionSource<TResponse>();
        _ = ReadSingleAsync(single);
        return single.Task;
    }

    public Status GetStatus() => IsEnded ? status : throw new InvalidOperationException("Unable to get the status because the call is not complete.");

    public Metadata GetTrailers() => IsEnded ? ReadTrailers() : throw new InvalidOperationException("Can't get the call trailers because the call has not completed successfully.");

    public void Dispose() => Abort(new Status(StatusCode.Cancelled, "gRPC call disposed."));

    private async Task<Metadata> ReadHeadersAsync()
    {
        await opened;
        return response is not null ? ResponseMetadata.Read(response.Headers) : throw Failure();
    }
}
