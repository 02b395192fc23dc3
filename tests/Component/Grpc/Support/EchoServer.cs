using System.Net;
using Grpc.AspNetCore.Server;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Tests.Rpc;

/// <summary>The echo service on real Kestrel, on a free loopback port, with and without TLS.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<GrpcChannel> channels = [];

    private EchoServer(WebApplication app, RecordedLog log, EchoBehaviour behaviour)
    {
        this.app = app;
        Log = log;
        Behaviour = behaviour;
        Http = new Uri(app.Urls.First(url => url.StartsWith("http:", StringComparison.Ordinal)));
        HttpOne = new Uri(app.Urls.Last(url => url.StartsWith("http:", StringComparison.Ordinal)));
        Https = new Uri(app.Urls.Single(url => url.StartsWith("https:", StringComparison.Ordinal)));
        Client = ClientOf(new GrpcChannelOptions());
    }

    public Uri Http { get; }

    /// <summary>HTTP/1.1, for what must be refused.</summary>
    public Uri HttpOne { get; }

    public Uri Https { get; }

    public RecordedLog Log { get; }

    public EchoBehaviour Behaviour { get; }

    public Echo.EchoClient Client { get; }

    public static async Task<EchoServer> StartAsync(Action<GrpcServiceOptions>? options = null, Action<GrpcServiceOptions<EchoService>>? forEcho = null, Action<KestrelServerLimits>? limits = null, Action<IServiceCollection>? services = null, Action<WebApplication>? map = null)
    {
        var behaviour = new EchoBehaviour();
        var log = new RecordedLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug).AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSingleton(behaviour);
        services?.Invoke(builder.Services);
        var grpc = builder.Services.AddGrpc(options ?? (_ => { }));
        if (forEcho is not null)
        {
            grpc.AddServiceOptions(forEcho);
        }

        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            limits?.Invoke(kestrel.Limits);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                listen.UseHttps(TestCertificate.Localhost, https =>
                {
                    https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                    https.AllowAnyClientCertificate();
                });
            });
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var host = builder.Build();
        host.MapGrpcService<EchoService>();
        map?.Invoke(host);
        await host.StartAsync();
        return new EchoServer(host, log, behaviour);
    }

    /// <summary>Stops the server as a host does: it lets the calls under way end.</summary>
    public Task StopAsync() => app.StopAsync();

    public Echo.EchoClient ClientOf(GrpcChannelOptions options, bool tls = false) => new(ChannelOf(options, tls));

    public GrpcChannel ChannelOf(GrpcChannelOptions options, bool tls = false)
    {
        if (tls)
        {
            options.HttpHandler = TestCertificate.TrustingHandler();
            options.DisposeHttpClient = true;
        }

        var channel = GrpcChannel.ForAddress(tls ? Https : Http, options);
        channels.Add(channel);
        return channel;
    }

    public async ValueTask DisposeAsync()
    {
        channels.ForEach(channel => channel.Dispose());
        await app.DisposeAsync();
    }
}
