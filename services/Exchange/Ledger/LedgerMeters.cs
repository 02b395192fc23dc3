using System.Diagnostics;
using System.Diagnostics.Metrics;
using InfoSharing.Exchange.Telemetry;

namespace InfoSharing.Exchange.Ledger;

/// <summary>What a ledger measures: how many entries share a commit, and how long it takes. Nobody listens, nothing is made.</summary>
internal sealed class LedgerMeters : IDisposable
{
    /// <summary>The name of the meter, and of the spans' source.</summary>
    internal const string Name = "InfoSharing.Exchange.Ledger";

    private static readonly ActivitySource Source = new(Name);
    private readonly Meter _meter;
    private readonly Histogram<double> _seconds;
    private readonly Histogram<int> _entries;
    private readonly KeyValuePair<string, object?> _whose;

    /// <summary>Makes the instruments of an agency's ledger.</summary>
    internal LedgerMeters(string agency)
    {
        _whose = StepTimes.Of(agency);
        _meter = new(Name);
        _seconds = _meter.CreateHistogram("infosharing.ledger.commit.duration", "s", "How long the writer took for one transaction, from its beginning until it was on disk.", advice: StepTimes.Seconds);
        _entries = _meter.CreateHistogram("infosharing.ledger.commit.entries", "{entry}", "Entries that shared a transaction.", advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] });
    }

    /// <summary>The span in which an entry waits for its commit; of whoever was called by nobody there is none.</summary>
    internal static Activity? Appending() => Activity.Current is not null && Source.HasListeners() ? Source.StartActivity("append") : null;

    internal void Committed(int entries, TimeSpan took)
    {
        _seconds.Record(took.TotalSeconds, _whose);
        _entries.Record(entries, _whose);
    }

    public void Dispose() => _meter.Dispose();
}
