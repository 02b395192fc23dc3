using Grpc.Core;
using Grpc.Net.Client.Configuration;
using Grpc.Net.Compression;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client;

/// <summary>How a channel calls.</summary>
public sealed class GrpcChannelOptions
{
    internal const int DefaultMaxReceiveMessageSize = 4 * 1024 * 1024;

    /// <summary>States whether TLS is meant, which must agree with the address, and what authorises every call. Null, the default, takes the address's word.</summary>
    public ChannelCredentials? Credentials { get; set; }

    /// <summary>Whether call credentials may go over plaintext. For tests on loopback only. Default false.</summary>
    public bool UnsafeUseInsecureChannelCallCredentials { get; set; }

    /// <summary>Largest request message in bytes; null, the default, for no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Largest response message in bytes; null for no limit. Default 4 MiB.</summary>
    public int? MaxReceiveMessageSize { get; set; } = DefaultMaxReceiveMessageSize;

    /// <summary>Which calls are tried again, and when; null, the default, for none.</summary>
    public ServiceConfig? ServiceConfig { get; set; }

    /// <summary>Most attempts of a call, whatever its policy says; null for no cap. Default 5.</summary>
    public int? MaxRetryAttempts { get; set; } = 5;

    /// <summary>Most bytes of requests that all calls together keep to send again; above it, calls are tried no more. Null for no limit. Default 16 MiB.</summary>
    public long? MaxRetryBufferSize { get; set; } = 16 * 1024 * 1024;

    /// <summary>The same for one call. Default 1 MiB.</summary>
    public long? MaxRetryBufferPerCallSize { get; set; } = 1024 * 1024;

    /// <summary>The ways to compress that the channel knows; null, the default, for gzip. A call asks for one by metadata under <c>grpc-internal-encoding-request</c>, which is not sent.</summary>
    public IList<ICompressionProvider>? CompressionProviders { get; set; }

    /// <summary>Where the channel logs; null for nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The HTTP client to call with. Either this or <see cref="HttpHandler"/>.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>The HTTP handler to call with: certificates, keep-alive pings and proxies are set there. Null for a handler of the channel's own.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Whether disposing the channel disposes the client or handler given here. Default false; the channel's own always goes with it.</summary>
    public bool DisposeHttpClient { get; set; }

    /// <summary>Whether a call that the caller's token or deadline ended throws <see cref="OperationCanceledException"/> instead of <see cref="RpcException"/>. Default false.</summary>
    public bool ThrowOperationCanceledOnCancellation { get; set; }
}
