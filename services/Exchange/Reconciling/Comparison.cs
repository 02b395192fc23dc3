using InfoSharing.Exchange.Ledger.Reading;
using Says = InfoSharing.V1.Reconciliation.Types.Says;
using Direction = InfoSharing.V1.Reconciliation.Types.Direction;
using Mark = InfoSharing.V1.Reconciliation.Types.Mark;
using Span = InfoSharing.V1.Reconciliation.Types.Span;

namespace InfoSharing.Exchange.Reconciling;

/// <summary>What one side of a comparison makes of what the other says of a span. Pure: what it holds is given, and it says what is to be done.</summary>
internal sealed record Comparison
{
    private const int Most = Tallies.Parts * Tallies.Few;

    /// <summary>What is said in answer.</summary>
    internal IReadOnlyList<Span> Replies { get; init; } = [];

    /// <summary>What we hold and they do not, or hold without a receipt.</summary>
    internal IReadOnlyList<HeldMark> TheyLack { get; init; } = [];

    /// <summary>What they hold and we do not.</summary>
    internal IReadOnlyList<Mark> WeLack { get; init; } = [];

    /// <summary>What both hold under one id with other bytes.</summary>
    internal IReadOnlyList<Guid> Differ { get; init; } = [];

    /// <summary>Compares.</summary>
    /// <param name="theirs">What they say.</param>
    /// <param name="span">Of which ids.</param>
    /// <param name="ours">True where the messages are ours; false where they are theirs.</param>
    /// <param name="held">What we hold of them, in the order of ids.</param>
    /// <param name="apart">What neither counts.</param>
    internal static Comparison Of(Span theirs, IdSpan span, bool ours, IReadOnlyList<HeldMark> held, IReadOnlySet<Guid> apart)
    {
        var direction = ours ? Direction.FromSender : Direction.ToSender;
        var counted = Tallies.Counted(held, apart);
        switch (theirs.Says)
        {
            case Says.Tally when theirs.Count == (ulong)counted.Count && theirs.Hash == Tallies.Hash(counted):
                return new() { Replies = [Tallies.Equal(direction, span, counted)] };
            case Says.Tally:
                return new() { Replies = counted.Count <= Tallies.Few ? [Named(span, ours, held, apart)] : [.. Tallies.Split(direction, span, counted)] };
            case Says.List or Says.LastList:
                var found = OfList(theirs, held, apart);
                // They must know what we hold, to see what we lack; where we hold much, it is split first.
                var asks = theirs.Says == Says.List && found.WeLack.Any(mark => !mark.Erased);
                return asks ? found with { Replies = counted.Count <= Most ? [Named(span, ours, held, apart, last: true)] : [.. Tallies.Split(direction, span, counted)] } : found;
            default:
                return new();
        }
    }

    /// <summary>What we hold of a span by name, and of what waits for its receipt the first few.</summary>
    internal static Span Named(IdSpan span, bool ours, IReadOnlyList<HeldMark> held, IReadOnlySet<Guid> apart, bool last = false) =>
        Tallies.List(
            ours ? Direction.FromSender : Direction.ToSender, span, [.. Tallies.Counted(held, apart), .. held.Where(mark => mark.Waiting && !apart.Contains(mark.Id)).Take(Tallies.Few)], last);

    private static Comparison OfList(Span theirs, IReadOnlyList<HeldMark> held, IReadOnlySet<Guid> apart)
    {
        var marks = theirs.Marks.Where(mark => !apart.Contains(IdSpan.IdOf(mark.Id))).DistinctBy(mark => mark.Id).ToDictionary(mark => IdSpan.IdOf(mark.Id));
        var known = held.ToDictionary(mark => mark.Id);
        // Of their own that wait there our receipt has not come: it is given again as if they lacked the message.
        var theyLack = held.Where(mark => !apart.Contains(mark.Id) && !mark.Waiting && (!marks.TryGetValue(mark.Id, out var mine) || mine.Waiting)).ToList();
        var weLack = marks.Where(mark => !mark.Value.Waiting && (!known.TryGetValue(mark.Key, out var mine) || mine.Waiting)).Select(mark => mark.Value).ToList();
        var differ = marks.Where(mark => known.TryGetValue(mark.Key, out var mine) && !mine.Sha256.AsSpan().SequenceEqual(mark.Value.Sha256.Span)).Select(mark => mark.Key).ToList();
        return new() { TheyLack = theyLack, WeLack = weLack, Differ = differ };
    }
}
