namespace Grpc.Core;

/// <summary>A call as its handler sees it. Test doubles override the members whose names end in Core.</summary>
public abstract class ServerCallContext
{
    private Dictionary<object, object>? userState;

    /// <summary>The path, <c>/package.Service/Method</c>.</summary>
    public string Method => MethodCore;

    /// <summary>The <c>:authority</c> that the client called.</summary>
    public string Host => HostCore;

    /// <summary>The peer, as <c>ipv4:address:port</c> or <c>ipv6:[address]:port</c>.</summary>
    public string Peer => PeerCore;

    /// <summary>UTC moment by which the call ends; <see cref="DateTime.MaxValue"/> for none.</summary>
    public DateTime Deadline => DeadlineCore;

    /// <summary>Request metadata, without what the protocol itself uses.</summary>
    public Metadata RequestHeaders => RequestHeadersCore;

    /// <summary>Cancelled when the client gives up, the connection breaks, or the deadline passes.</summary>
    public CancellationToken CancellationToken => CancellationTokenCore;

    /// <summary>Metadata to send after the last message.</summary>
    public Metadata ResponseTrailers => ResponseTrailersCore;

    /// <summary>The status to end with, when the handler does not throw.</summary>
    public Status Status
    {
        get => StatusCore;
        set => StatusCore = value;
    }

    /// <summary>Options of the writes that follow.</summary>
    public WriteOptions? WriteOptions
    {
        get => WriteOptionsCore;
        set => WriteOptionsCore = value;
    }

    /// <summary>What TLS proved about the client.</summary>
    public AuthContext AuthContext => AuthContextCore;

    /// <summary>Room for what runs around the handler.</summary>
    public IDictionary<object, object> UserState => UserStateCore;

    /// <summary>The path.</summary>
    protected abstract string MethodCore { get; }

    /// <summary>The authority.</summary>
    protected abstract string HostCore { get; }

    /// <summary>The peer.</summary>
    protected abstract string PeerCore { get; }

    /// <summary>The deadline.</summary>
    protected abstract DateTime DeadlineCore { get; }

    /// <summary>The request metadata.</summary>
    protected abstract Metadata RequestHeadersCore { get; }

    /// <summary>The token.</summary>
    protected abstract CancellationToken CancellationTokenCore { get; }

    /// <summary>The trailers.</summary>
    protected abstract Metadata ResponseTrailersCore { get; }

    /// <summary>The status.</summary>
    protected abstract Status StatusCore { get; set; }

    /// <summary>The write options.</summary>
    protected abstract WriteOptions? WriteOptionsCore { get; set; }

    /// <summary>The peer's proofs.</summary>
    protected abstract AuthContext AuthContextCore { get; }

    /// <summary>The user state; a dictionary made when first asked for.</summary>
    protected virtual IDictionary<object, object> UserStateCore => userState ??= [];

    /// <summary>Sends the response headers now, before the first message.</summary>
    /// <exception cref="InvalidOperationException">They are already sent.</exception>
    public Task WriteResponseHeadersAsync(Metadata responseHeaders) => WriteResponseHeadersAsyncCore(responseHeaders);

    /// <summary>A token naming this call as parent of another.</summary>
    /// <exception cref="NotSupportedException">Always on this server, as on the official one.</exception>
    public ContextPropagationToken CreatePropagationToken(ContextPropagationOptions? options = null) => CreatePropagationTokenCore(options);

    /// <summary>Sends the response headers.</summary>
    protected abstract Task WriteResponseHeadersAsyncCore(Metadata responseHeaders);

    /// <summary>Makes a propagation token.</summary>
    protected abstract ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options);
}
