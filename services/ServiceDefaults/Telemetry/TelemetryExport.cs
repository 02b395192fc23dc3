using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace InfoSharing.ServiceDefaults.Telemetry;

/// <summary>
/// Sends this process's spans and metrics to a collector, one export for a process: spans and meters are a process's, whatever hosts it holds. Everything goes in
/// batches from threads of its own; a collector that is slow or gone costs no call anything, and what its queue does not hold is dropped.
/// </summary>
public sealed class TelemetryExport : IDisposable
{
    private const int Patience = 2000; // milliseconds, for a collector that does not answer while the process stops
    private static readonly string[] Sources = ["InfoSharing.*", "Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "RabbitMQ.Client.Publisher", "RabbitMQ.Client.Subscriber"];
    private static readonly string[] Meters = ["InfoSharing.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime"];

    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    /// <summary>Begins.</summary>
    /// <param name="endpoint">The collector: http://127.0.0.1:4318.</param>
    /// <param name="service">The process's name there.</param>
    /// <param name="every">How often metrics go; spans go at least as often.</param>
    public TelemetryExport(Uri endpoint, string service, TimeSpan? every = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var milliseconds = (int)(every ?? TimeSpan.FromSeconds(15)).TotalMilliseconds;
        var resource = ResourceBuilder.CreateEmpty().AddService(service, serviceNamespace: "infosharing", serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}");
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .SetSampler(new AlwaysOnSampler()) // whether a caller or a partner records is theirs to say, not whether we do
            .AddSource(Sources).AddProcessor(new SpanDoor())
            .AddOtlpExporter(otlp =>
            {
                Configure(otlp, endpoint, "v1/traces");
                otlp.BatchExportProcessorOptions = new() { ScheduledDelayMilliseconds = Math.Min(milliseconds, 5000), ExporterTimeoutMilliseconds = Patience };
            }).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters)
            .AddOtlpExporter((otlp, reader) =>
            {
                Configure(otlp, endpoint, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions = new() { ExportIntervalMilliseconds = milliseconds, ExportTimeoutMilliseconds = Patience };
            }).Build();
    }

    /// <summary>Sends what is left, for no longer than a few seconds, and ends.</summary>
    public void Dispose()
    {
        _traces.Shutdown(Patience);
        _metrics.Shutdown(Patience);
        _traces.Dispose();
        _metrics.Dispose();
    }

    private static void Configure(OtlpExporterOptions otlp, Uri endpoint, string path)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = new Uri(endpoint, path);
        otlp.TimeoutMilliseconds = Patience;
    }
}
