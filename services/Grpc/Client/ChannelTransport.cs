namespace Grpc.Net.Client;

/// <summary>Chooses what a channel sends with.</summary>
internal static class ChannelTransport
{
    /// <exception cref="ArgumentException">The options contradict the address or each other.</exception>
    public static void Check(Uri address, GrpcChannelOptions options)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException("The address of a channel starts with http:// or https://.", nameof(address));
        }

        if (options.HttpClient is not null && options.HttpHandler is not null)
        {
            throw new ArgumentException("Give a channel an HttpClient or an HttpHandler, not both.", nameof(options));
        }

        if (options.Credentials is { } credentials && credentials.IsSecure != (address.Scheme == Uri.UriSchemeHttps))
        {
            throw new ArgumentException(
                $"The credentials and the scheme of the address disagree: {address.Scheme} with {(credentials.IsSecure ? "TLS" : "insecure")} credentials.",
                nameof(options));
        }
    }

    public static (HttpMessageInvoker Http, bool Owned) Create(Uri address, GrpcChannelOptions options)
    {
        if (options.HttpClient is { } client)
        {
            return (client, options.DisposeHttpClient);
        }

        return options.HttpHandler is { } handler
            ? (new HttpMessageInvoker(handler, options.DisposeHttpClient), true)
            : (new HttpMessageInvoker(NewHandler(), disposeHandler: true), true);
    }

    /// <summary>
    /// More connections open when one has all the streams its server allows (RFC 9113, 5.1.2). A call that waits for messages pings, so that a
    /// peer that is gone without a word is noticed. A redirect or a cookie is not gRPC's.
    /// </summary>
    public static SocketsHttpHandler NewHandler() => new()
    {
        EnableMultipleHttp2Connections = true,
        KeepAlivePingDelay = TimeSpan.FromMinutes(1),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(20),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        AllowAutoRedirect = false,
        UseCookies = false,
    };
}
