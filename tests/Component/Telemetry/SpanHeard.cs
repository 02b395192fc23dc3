namespace InfoSharing.Tests.Otlp;

/// <summary>A span as a collector has it.</summary>
internal sealed record SpanHeard(string Service, string Source, Span Span)
{
    internal string Name => Span.Name;

    internal string TraceId => Convert.ToHexStringLower(Span.TraceId.Span);

    internal string Id => Convert.ToHexStringLower(Span.SpanId.Span);

    internal string Parent => Convert.ToHexStringLower(Span.ParentSpanId.Span);

    internal IEnumerable<string> LinkedSpans => Span.Links.Select(link => Convert.ToHexStringLower(link.SpanId.Span));

    internal IEnumerable<string> LinkedTraces => Span.Links.Select(link => Convert.ToHexStringLower(link.TraceId.Span));

    internal string Tag(string key) => Span.Attributes.FirstOrDefault(one => one.Key == key)?.Value.StringValue ?? "";
}
