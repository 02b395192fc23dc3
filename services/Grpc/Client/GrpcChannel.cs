using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client.Retry;
using Grpc.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Grpc.Net.Client;

/// <summary>A way to one server over HTTP/2. Costly to make, cheap to call on, safe for many threads: keep one for each server.</summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    private readonly ConcurrentDictionary<IMethod, Uri> addresses = new();
    private readonly CancellationTokenSource closing = new();
    private readonly Uri address;
    private readonly HttpMessageInvoker http;
    private readonly bool ownsHttp;

    private GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        this.address = address;
        Options = options;
        Encodings = new Encodings(options.CompressionProviders);
        Retries = options.ServiceConfig is { } config ? new RetryPlan(config, options) : null;
        Closed = closing.Token;
        Log = new ClientLog((options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger("Grpc.Net.Client"));
        (http, ownsHttp) = ChannelTransport.Create(address, options);
    }

    internal GrpcChannelOptions Options { get; }

    internal Encodings Encodings { get; }

    internal RetryPlan? Retries { get; }

    internal ClientLog Log { get; }

    internal CancellationToken Closed { get; }

    internal bool IsSecure => address.Scheme == Uri.UriSchemeHttps;

    /// <summary>A channel to an address: <c>http://</c> is HTTP/2 without TLS, <c>https://</c> is TLS.</summary>
    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    /// <inheritdoc cref="ForAddress(string)"/>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) => ForAddress(new Uri(address), channelOptions);

    /// <inheritdoc cref="ForAddress(string)"/>
    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    /// <inheritdoc cref="ForAddress(string)"/>
    /// <exception cref="ArgumentException">The address is not http or https, both a client and a handler are given, the credentials contradict the address, or a retry policy is not whole.</exception>
    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);
        ChannelTransport.Check(address, channelOptions);
        return new GrpcChannel(address, channelOptions);
    }

    /// <inheritdoc/>
    public override CallInvoker CreateCallInvoker()
    {
        ObjectDisposedException.ThrowIf(Closed.IsCancellationRequested, this);
        return new ChannelCallInvoker(this);
    }

    /// <summary>Cancels the calls under way and closes the connections that are the channel's own.</summary>
    public void Dispose()
    {
        if (Closed.IsCancellationRequested)
        {
            return;
        }

        closing.Cancel();
        closing.Dispose();
        if (ownsHttp)
        {
            http.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override Task ShutdownAsyncCore()
    {
        Dispose();
        return Task.CompletedTask;
    }

    internal Uri AddressOf(IMethod method) =>
        addresses.TryGetValue(method, out var known) ? known : addresses.GetOrAdd(method, new Uri(address, method.FullName));

    internal string ServiceUrl(IMethod method) => $"{address.GetLeftPart(UriPartial.Authority)}/{method.ServiceName}";

    /// <summary>Sends; done when the response headers are there.</summary>
    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        http is HttpClient client
            ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : http.SendAsync(request, cancellationToken);
}
