namespace InfoSharing.Tests.Otlp;

/// <summary>A metric as a collector has it.</summary>
internal sealed record MetricHeard(string Service, Scope Meter, Metric Metric)
{
    private const string AgencyKey = "infosharing.agency";

    /// <summary>Its points of an agency: the other attributes, joined, and the number, or a histogram's count.</summary>
    internal IReadOnlyList<(string Tags, double Value)> Of(string agency) => [.. All.Where(point => AgencyOf(point.Tags) == agency).Select(point => (Words(point.Tags.Where(tag => tag.Key != AgencyKey)), point.Value))];

    /// <summary>Every attribute of its points.</summary>
    internal IEnumerable<string> Tags => All.Select(point => Words(point.Tags));

    private IEnumerable<(IEnumerable<KeyValue> Tags, double Value)> All => Metric.DataCase switch
    {
        Metric.DataOneofCase.Gauge => Metric.Gauge.DataPoints.Select(point => ((IEnumerable<KeyValue>)point.Attributes, point.AsDouble + point.AsInt)),
        Metric.DataOneofCase.Sum => Metric.Sum.DataPoints.Select(point => ((IEnumerable<KeyValue>)point.Attributes, point.AsDouble + point.AsInt)),
        _ => Metric.Histogram.DataPoints.Select(point => ((IEnumerable<KeyValue>)point.Attributes, (double)point.Count)),
    };

    private static string AgencyOf(IEnumerable<KeyValue> tags) => tags.FirstOrDefault(tag => tag.Key == AgencyKey)?.Value.StringValue ?? "";

    private static string Words(IEnumerable<KeyValue> tags) => string.Join(' ', tags.Select(tag => tag.Value.ValueCase == AnyValue.ValueOneofCase.StringValue ? tag.Value.StringValue : $"{tag.Value.BoolValue}").Order(StringComparer.Ordinal));
}
