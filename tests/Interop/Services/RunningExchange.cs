using InfoSharing.Exchange;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Tests.Interop.Services;

/// <summary>An exchange on loopback, on a free port.</summary>
internal sealed class RunningExchange : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningExchange(WebApplication app) => _app = app;

    /// <summary>127.0.0.1 and its port.</summary>
    public string Address => new Uri(_app.Urls.Single()).Authority;

    public static async Task<RunningExchange> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.AddExchange();
        var app = builder.Build();
        app.MapExchange();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
