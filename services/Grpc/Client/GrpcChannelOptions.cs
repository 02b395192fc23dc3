using Grpc.Core;
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
