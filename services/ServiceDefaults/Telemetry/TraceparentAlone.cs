using System.Diagnostics;

namespace InfoSharing.ServiceDefaults.Telemetry;

/// <summary>Of what a caller says about its trace, where it stands and no more: `tracestate` and `baggage` are anybody's words, and are neither taken nor passed on.</summary>
internal sealed class TraceparentAlone : DistributedContextPropagator
{
    private const string Header = "traceparent";

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Fields { get; } = [Header];

    /// <inheritdoc/>
    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
        if (activity is { IdFormat: ActivityIdFormat.W3C, Id: { } id }) setter?.Invoke(carrier, Header, id);
    }

    /// <inheritdoc/>
    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
    {
        (traceId, traceState) = (null, null);
        getter?.Invoke(carrier, Header, out traceId, out _);
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
