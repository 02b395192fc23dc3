using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Grpc.Net.Client;

namespace InfoSharing.Tests.Rpc;

/// <summary>A server that answers HTTP/2 as a test says, right or wrong.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private RawServer(WebApplication app)
    {
        this.app = app;
        Channel = GrpcChannel.ForAddress(app.Urls.Single());
        Client = new Echo.EchoClient(Channel);
    }

    public GrpcChannel Channel { get; }

    public Echo.EchoClient Client { get; }

    public static async Task<RawServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var host = builder.Build();
        host.Run(answer);
        await host.StartAsync();
        return new RawServer(host);
    }

    /// <summary>A server that sends these headers, bytes and trailers to every request.</summary>
    public static Task<RawServer> AnsweringAsync(byte[] body, string? contentType = "application/grpc", int httpStatus = 200, params (string Name, string Value)[] trailers) =>
        StartAsync(async http =>
        {
            http.Response.StatusCode = httpStatus;
            http.Response.ContentType = contentType;
            await http.Response.StartAsync();
            await http.Response.Body.WriteAsync(body);
            foreach (var (name, value) in trailers)
            {
                http.Response.AppendTrailer(name, value);
            }
        });

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await app.DisposeAsync();
    }
}
