namespace InfoSharing.ServiceDefaults.Telemetry;

/// <summary>Where traces and metrics go. Section "Telemetry". One setting turns them on.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Telemetry";

    /// <summary>The collector, as OTLP over HTTP: http://127.0.0.1:4318. Default blank: nothing is collected, and nothing is made to be.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The name under which this process appears there. Default: the agency's id; for a process that is no agency's, its program's name.</summary>
    public string Service { get; set; } = "";

    /// <summary>What is wrong with these options, each with its cure; empty where nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        if (Endpoint.Length > 0 && !IsAddress(Endpoint)) yield return $"{Section}:Endpoint is not a collector's address; give http://127.0.0.1:4318 or https://HOST:PORT, without /v1/traces.";
    }

    /// <summary>True for an address that <see cref="Endpoint"/> takes.</summary>
    public static bool IsAddress(string endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "" };
}
