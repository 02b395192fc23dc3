using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Server;

/// <summary>A call that Kestrel serves: what the handler sees. How it writes and ends is in the other parts.</summary>
internal sealed partial class HttpContextServerCallContext(HttpContext http, IMethod method, ServingOptions options, ServerLog log) : ServerCallContext, IServedCall, IAsyncDisposable
{
    private readonly ResponseGate gate = new();
    private object? token; // a CancellationToken, boxed so that threads see all of it or none
    private DateTime deadline = DateTime.MaxValue;
    private Metadata? requestHeaders;
    private Metadata? responseTrailers;
    private AuthContext? authContext;

    public HttpContext HttpContext => http;

    ServerCallContext IServedCall.ServerCallContext => this;

    public bool IsEnded => gate.IsEnded;

    /// <summary>The service, when it was made for this call.</summary>
    public object? Made { get; set; }

    /// <summary>Ends the reading of a request at the deadline; that its caller goes ends it anyway.</summary>
    public CancellationToken DeadlineToken => deadlineSource?.Token ?? CancellationToken.None;

    public ReceiveLimits Limits =>
        http.Request.Headers[GrpcHeaders.Encoding] is [{ } encoding, ..]
            ? new(options.MaxReceiveMessageSize, encoding, options.Encodings.Find(encoding), StatusCode.Unimplemented)
            : new(options.MaxReceiveMessageSize, null, null, StatusCode.Unimplemented);

    protected override string MethodCore => method.FullName;

    protected override string HostCore => http.Request.Host.Value ?? "";

    protected override string PeerCore => PeerAddress.Of(http.Connection);

    protected override DateTime DeadlineCore => deadline;

    protected override Metadata RequestHeadersCore => requestHeaders ??= ReadRequestHeaders();

    /// <summary>The server makes it when it is first asked for, which most calls never do.</summary>
    protected override CancellationToken CancellationTokenCore => (CancellationToken)(token ??= http.RequestAborted);

    protected override Metadata ResponseTrailersCore => responseTrailers ??= [];

    protected override Status StatusCore { get; set; } = Status.DefaultSuccess;

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => authContext ??= PeerCertificate.ToAuthContext(http.Connection.ClientCertificate);

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotSupportedException("Pass Deadline and CancellationToken on in the CallOptions of the outgoing call.");

    /// <summary>The call behind a context, whether or not an interceptor wrapped it.</summary>
    public static HttpContextServerCallContext Of(ServerCallContext context) =>
        context as HttpContextServerCallContext
        ?? (HttpContextServerCallContext)context.GetHttpContext().Features.GetRequiredFeature<IServedCall>().ServerCallContext;

    private Metadata ReadRequestHeaders()
    {
        var metadata = new Metadata();
        foreach (var (name, values) in http.Request.Headers)
        {
            if (ReservedHeaders.IsHiddenFromServer(name))
            {
                continue;
            }

            foreach (var value in values)
            {
                ReceivedMetadata.Add(metadata, name, value ?? "");
            }
        }

        return metadata;
    }
}
