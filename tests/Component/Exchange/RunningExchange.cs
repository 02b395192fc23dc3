using Grpc.Net.Client;
using InfoSharing.Exchange;
using InfoSharing.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Tests.Component.Exchange;

/// <summary>An exchange on loopback, its clock standing still, its logs captured, and a client of it.</summary>
internal sealed class RunningExchange : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;

    private RunningExchange(WebApplication app, CapturedLogs logs)
    {
        _app = app;
        Logs = logs;
        _channel = GrpcChannel.ForAddress(app.Urls.Single());
        Client = new(_channel);
    }

    public CapturedLogs Logs { get; }

    public string Address => _app.Urls.Single();

    public CaseExchange.CaseExchangeClient Client { get; }

    public static async Task<RunningExchange> Start()
    {
        var logs = new CapturedLogs();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.Services.AddSingleton<TimeProvider>(new StandingClock(InfoSharing.Tests.Samples.JudgedOn));
        builder.AddExchange();
        var app = builder.Build();
        app.MapExchange();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, logs);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
