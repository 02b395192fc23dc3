using Grpc.Net.Client;
using InfoSharing.Exchange;
using InfoSharing.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Tests.Benchmarks.Calling;

/// <summary>An exchange on loopback and a client of it.</summary>
internal sealed class ExchangeUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;
    private readonly CaseExchange.CaseExchangeClient _client;

    private ExchangeUnderTest(WebApplication app)
    {
        _app = app;
        _channel = GrpcChannel.ForAddress(app.Urls.Single());
        _client = new(_channel);
    }

    public static async Task<ExchangeUnderTest> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.AddExchange();
        var app = builder.Build();
        app.MapExchange();
        await app.StartAsync();
        return new(app);
    }

    public async Task<CheckReply> Check(CheckRequest request) => await _client.CheckAsync(request);

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.DisposeAsync();
    }
}
