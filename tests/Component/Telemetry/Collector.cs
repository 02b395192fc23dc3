using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Tests.Otlp;

/// <summary>A collector of the tests' own on loopback: OTLP over HTTP. It keeps what it is sent, and its bytes.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<byte[]> _bodies = [];
    private readonly List<SpanHeard> _spans = [];
    private readonly List<MetricHeard> _metrics = [];
    private readonly WebApplication _app;

    private Collector(WebApplication app) => _app = app;

    internal Uri Address => new(_app.Urls.Single());

    /// <summary>The spans that came, each with who said it.</summary>
    internal IReadOnlyList<SpanHeard> Spans
    {
        get
        {
            lock (_gate) return [.. _spans];
        }
    }

    /// <summary>The metrics that came, the newest last.</summary>
    internal IReadOnlyList<MetricHeard> Metrics
    {
        get
        {
            lock (_gate) return [.. _metrics];
        }
    }

    /// <summary>All that came, as text: strings stand in it as they are.</summary>
    internal string Said
    {
        get
        {
            lock (_gate) return string.Join('\n', _bodies.Select(Encoding.Latin1.GetString));
        }
    }

    internal static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var collector = new Collector(builder.Build());
        collector._app.MapPost("/v1/traces", request => collector.Take(request, bytes => collector.Keep(Traces.Parser.ParseFrom(bytes))));
        collector._app.MapPost("/v1/metrics", request => collector.Take(request, bytes => collector.Keep(Otlp.Metrics.Parser.ParseFrom(bytes))));
        await collector._app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext request, Action<byte[]> read)
    {
        using var body = new MemoryStream();
        await request.Request.Body.CopyToAsync(body);
        lock (_gate)
        {
            _bodies.Add(body.ToArray());
            read(_bodies[^1]);
        }
        request.Response.ContentType = "application/x-protobuf";
    }

    private void Keep(Traces traces)
    {
        foreach (var resource in traces.ResourceSpans)
            foreach (var scope in resource.ScopeSpans)
                foreach (var span in scope.Spans) _spans.Add(new(ServiceOf(resource.Resource), scope.Scope.Name, span));
    }

    private void Keep(Metrics metrics)
    {
        foreach (var resource in metrics.ResourceMetrics)
            foreach (var scope in resource.ScopeMetrics)
                foreach (var metric in scope.Metrics) _metrics.Add(new(ServiceOf(resource.Resource), scope.Scope, metric));
    }

    private static string ServiceOf(Resource resource) => resource.Attributes.FirstOrDefault(one => one.Key == "service.name")?.Value.StringValue ?? "";
}
