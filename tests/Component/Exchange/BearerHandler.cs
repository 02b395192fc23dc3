using System.Net.Http.Headers;

namespace InfoSharing.Tests.Component.Exchange;

/// <summary>Puts a token on every call of a channel.</summary>
internal sealed class BearerHandler(string? token) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}
