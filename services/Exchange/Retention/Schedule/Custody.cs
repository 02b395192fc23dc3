using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.V1;
using Capacity = InfoSharing.V1.CustodyRecord.Types.Capacity;
using Kind = InfoSharing.V1.Act.Types.Kind;

namespace InfoSharing.Exchange.Retention.Schedule;

/// <summary>How the keeping of a case stands, as a fold of what was done about it. Pure.</summary>
internal sealed record Custody
{
    /// <summary>The breach; null where nobody has said that it went to the wrong place.</summary>
    public BreachRecord? Breach { get; private init; }

    /// <summary>The closing of the enquiry.</summary>
    public CustodyRecord? Closed { get; private init; }

    /// <summary>The legal hold that is on it.</summary>
    public CustodyRecord? Hold { get; private init; }

    /// <summary>Until when it is kept though it is due.</summary>
    public DateTimeOffset? KeptUntil { get; private init; }

    /// <summary>The confirmations of a disposal that count.</summary>
    public IReadOnlyList<CustodyRecord> Confirmed { get; private init; } = [];

    /// <summary>Our own certificate, once the key is destroyed.</summary>
    public DestructionCertificate? Certificate { get; private init; }

    private IReadOnlyList<CustodyRecord> Records { get; init; } = [];

    /// <summary>Folds the records.</summary>
    /// <param name="records">What was done, oldest first.</param>
    /// <param name="us">The agency.</param>
    /// <param name="now">The instant.</param>
    /// <param name="confirmWithin">How long a confirmation counts.</param>
    internal static Custody Of(IReadOnlyList<CustodyRecord> records, string us, DateTimeOffset now, TimeSpan confirmWithin)
    {
        var lastKeeping = records.ToList().FindLastIndex(one => one.Act.Kind is Kind.Keep or Kind.Hold);
        return new()
        {
            Records = records,
            // The first that was aware counts, whoever it was.
            Breach = records.Select(one => one.Breach).OfType<BreachRecord>().OrderBy(one => one.AwareAt.ToDateTimeOffset()).FirstOrDefault(),
            Closed = records.FirstOrDefault(one => one.Act.Kind == Kind.CloseEnquiry),
            Hold = records.LastOrDefault(one => one.Act.Kind is Kind.Hold or Kind.EndHold) is { Act.Kind: Kind.Hold } hold && (hold.Until is null || hold.Until.ToDateTimeOffset() >= now) ? hold : null,
            KeptUntil = Written.Time(records.LastOrDefault(one => one.Act.Kind == Kind.Keep)?.Until),
            Confirmed = [.. records.Skip(lastKeeping + 1).Where(one => one.Act.Kind == Kind.Dispose && one.Act.At.ToDateTimeOffset() + confirmWithin >= now)],
            Certificate = records.Select(one => one.Certificate).FirstOrDefault(one => one?.Agency == us),
        };
    }

    /// <summary>The enquiry that a caller has open at an instant; null where none is.</summary>
    internal CustodyRecord? EnquiryOf(string caller, DateTimeOffset now) =>
        Closed is not null ? null : Records.LastOrDefault(one => one.Act.Kind == Kind.OpenEnquiry && one.Act.Actor == caller) is { } open && open.Until.ToDateTimeOffset() > now ? open : null;

    /// <summary>True where the other capacity has confirmed for the same reason, as another person.</summary>
    internal CustodyRecord? OtherConfirmation(Capacity capacity, DestructionCertificate.Types.Basis basis) => Confirmed.LastOrDefault(one => one.Capacity != capacity && one.Basis == basis);
}
