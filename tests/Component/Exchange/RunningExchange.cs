using Grpc.Net.Client;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Exchange.Ledger;
using InfoSharing.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Tests.Component.Exchange;

/// <summary>Leeds's social care on loopback with a ledger of its own, its clock standing still, its logs captured, and clients of it.</summary>
internal sealed class RunningExchange : IAsyncDisposable
{
    internal const string Agency = "leeds-social-care";
    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly List<GrpcChannel> _channels = [];

    private RunningExchange(WebApplication app, string folder, string token, CapturedLogs logs)
    {
        (_app, _folder, Token, Logs) = (app, folder, token, logs);
        Client = new(ChannelWith(token));
    }

    public CapturedLogs Logs { get; }

    /// <summary>The agency's own token.</summary>
    public string Token { get; }

    /// <summary>A client with it.</summary>
    public CaseExchange.CaseExchangeClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public ILedger Ledger => Services.GetRequiredService<ILedger>();

    public string Address => _app.Urls.Single();

    /// <summary>A channel of a caller with a token, or with none.</summary>
    public GrpcChannel ChannelWith(string? token)
    {
        var channel = GrpcChannel.ForAddress(Address, new() { HttpHandler = new BearerHandler(token) });
        _channels.Add(channel);
        return channel;
    }

    public static async Task<RunningExchange> Start(TimeProvider? clock = null, IReadOnlyDictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? also = null)
    {
        var logs = new CapturedLogs();
        var network = await SharedNetwork.Network;
        var folder = Directory.CreateTempSubdirectory("infosharing-exchange-").FullName;
        var builder = network.BuilderFor(Agency, new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>()) { ["Endpoint:Port"] = "0", ["Ledger:Folder"] = folder });
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.Services.AddSingleton(clock ?? new StandingClock(InfoSharing.Tests.Samples.JudgedOn));
        also?.Invoke(builder);
        var app = InfoSharing.AgencyServices.SocialCare.Program.Service.Build(builder);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, folder, (await File.ReadAllTextAsync(network.TokenFileOf(Agency))).Trim(), logs);
    }

    /// <summary>Stops it, as its host would; what it had queued is then in its ledger.</summary>
    public Task Stop() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in _channels) channel.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
