using System.Diagnostics;
using System.Diagnostics.Metrics;
using InfoSharing.Exchange.Parcels.Sealing;

namespace InfoSharing.Exchange.Telemetry;

/// <summary>How long each step of the main flow takes, as a histogram and, where somebody listens, as a span of its own. One that nobody listens to costs two looks at the clock.</summary>
internal sealed class StepTimes
{
    /// <summary>The name of the meter, and of the spans' source.</summary>
    internal const string Name = "InfoSharing.Exchange";

    /// <summary>Steps 2 to 6: a whole send, refused or not.</summary>
    internal const string Send = "send";

    /// <summary>Step 3: the rules, before anything goes.</summary>
    internal const string Judge = "judge";

    /// <summary>Step 7: a parcel is sealed.</summary>
    internal const string Seal = "seal";

    /// <summary>Step 7: the bus has it, and has said so.</summary>
    internal const string Publish = "publish";

    /// <summary>Step 8: a parcel is opened.</summary>
    internal const string Open = "open";

    /// <summary>Step 10: the receiver's own rules, for one message.</summary>
    internal const string JudgeReceived = "judge_received";

    /// <summary>Step 11: one message is stored, with the waiting for the commit.</summary>
    internal const string Store = "store";

    /// <summary>Step 12: one receipt is checked and stored, with the waiting for the commit.</summary>
    internal const string Receipt = "receipt";

    private static readonly ActivitySource Source = new(Name);
    private readonly Histogram<double> _seconds;
    private readonly KeyValuePair<string, object?> _whose;

    /// <summary>Makes the instrument.</summary>
    public StepTimes(IMeterFactory meters, AgencyKeys us)
    {
        _whose = Of(us.Agency);
        _seconds = meters.Create(Name).CreateHistogram("infosharing.step.duration", "s", "How long a step of the main flow took.", advice: Seconds);
    }

    /// <summary>From a commit that shares a disk with nobody to a collector's longest patience.</summary>
    internal static InstrumentAdvice<double> Seconds { get; } = new() { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };

    /// <summary>Whose measurement it is, a tag of each: a process may hold several agencies. It is always our own, never a partner.</summary>
    internal static KeyValuePair<string, object?> Of(string agency) => new("infosharing.agency", agency);

    /// <summary>Begins a step; disposed, it has ended.</summary>
    internal Step Begin(string step) => new(this, step, Source.StartActivity(step));

    /// <summary>A step that is under way.</summary>
    internal readonly struct Step(StepTimes times, string step, Activity? span) : IDisposable
    {
        private readonly long _since = Stopwatch.GetTimestamp();

        public void Dispose()
        {
            times._seconds.Record(Stopwatch.GetElapsedTime(_since).TotalSeconds, times._whose, new KeyValuePair<string, object?>("infosharing.step", step));
            span?.Dispose();
        }
    }
}
