using Grpc.Core;
using Grpc.Net.Client.Retry;
using Grpc.Wire;

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
    private readonly RetryAttempts? attempts;
    private Task<bool> opened = Task.FromResult(false);
    private Task<Metadata>? responseHeaders;

    /// <exception cref="InvalidOperationException">The deadline is not in UTC, or the channel cannot compress as the call asks.</exception>
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

        Compressor = CompressorAskedFor();
        attempts = channel.Retries?.Begin(method);
    }

    public Method<TRequest, TResponse> Method => method;

    /// <summary>Takes the requests of a call with many; kept where the call may be tried again.</summary>
    public IRequestMessages NewRequests() => attempts is null ? new StreamingContent() : new ReplayableRequests(channel.Retries!);

    public int? MaxSendMessageSize => channel.Options.MaxSendMessageSize;

    /// <summary>Compresses requests; null when the call does not ask for it.</summary>
    public MessageCompressor? Compressor { get; }

    public WriteOptions? WriteOptions => options.WriteOptions;

    /// <summary>Compresses one message; null when the call or the message does not want it.</summary>
    public MessageCompressor? CompressorUnder(WriteOptions? options) => options?.Flags.HasFlag(WriteFlags.NoCompress) == true ? null : Compressor;

    public CancellationToken Token => source.Token;

    public CancellationToken CallerToken => options.CancellationToken;

    public Task<Metadata> ResponseHeadersAsync => LazyInitializer.EnsureInitialized(ref responseHeaders, ReadHeadersAsync);

    private bool HasOneResponse => method.Type is MethodType.Unary or MethodType.ClientStreaming;

    /// <summary>Starts a call whose responses a reader will ask for.</summary>
    /// <param name="single">The body of a call with one request; it can be sent again.</param>
    /// <param name="messages">Where a call with many requests finds them.</param>
    public void Start(HttpContent? single, IRequestMessages? messages = null)
    {
        requests = messages;
        opened = OpenAsync(single);
    }

    /// <summary>Starts a call with one response.</summary>
    /// <inheritdoc cref="Start"/>
    public Task<TResponse> StartSingle(HttpContent? single, IRequestMessages? messages = null)
    {
        Start(single, messages);
        var reply = new TaskCompletionSource<TResponse>();
        _ = ReadSingleAsync(reply);
        return reply.Task;
    }

    public Status GetStatus() => IsEnded ? status : throw new InvalidOperationException("Unable to get the status because the call is not complete.");

    public Metadata GetTrailers() => IsEnded ? ReadTrailers() : throw new InvalidOperationException("Can't get the call trailers because the call has not completed successfully.");

    public void Dispose() => Abort(new Status(StatusCode.Cancelled, "gRPC call disposed."));

    private MessageCompressor? CompressorAskedFor()
    {
        if (options.Headers is not { Count: > 0 } headers || headers.GetValue(GrpcHeaders.EncodingRequest) is not { } name || name == GrpcHeaders.Identity)
        {
            return null;
        }

        return channel.Encodings.Find(name) is { } provider
            ? new MessageCompressor(provider, null)
            : throw new InvalidOperationException($"The channel has no compression provider named '{name}'.");
    }

    private async Task<Metadata> ReadHeadersAsync()
    {
        await opened;
        return response is not null ? ResponseMetadata.Read(response.Headers) : throw Failure();
    }
}
