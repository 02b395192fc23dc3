using Grpc.Core;

namespace InfoSharing.Client.Calls;

/// <summary>Makes every call: (1) the token goes with it; (2) a unary call of the contract is made again where nobody answered.</summary>
internal sealed class AgencyCalls(CallInvoker inner, string token, AgencyClientOptions options) : CallInvoker
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        using var call = AsyncUnaryCall(method, host, options, request);
        return call.GetAwaiter().GetResult();
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        new RepeatedCall<TRequest, TResponse>(inner, method, host, WithToken(options), RequestIds.Filled(request, Options.Clock), Options).Start();

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        inner.AsyncServerStreamingCall(method, host, WithToken(options), request);

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        inner.AsyncClientStreamingCall(method, host, WithToken(options));

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        inner.AsyncDuplexStreamingCall(method, host, WithToken(options));

    private AgencyClientOptions Options { get; } = options;

    private CallOptions WithToken(CallOptions options)
    {
        var headers = new Metadata();
        foreach (var entry in options.Headers ?? Metadata.Empty) headers.Add(entry);
        headers.Add("authorization", $"Bearer {token}");
        return options.WithHeaders(headers);
    }
}
