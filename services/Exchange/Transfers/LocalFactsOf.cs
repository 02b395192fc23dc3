using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Transfers;

/// <summary>What this ledger knows of a transfer beside its messages, out of its events.</summary>
internal static class LocalFactsOf
{
    /// <summary>The facts.</summary>
    /// <param name="events">The transfer's events, oldest first.</param>
    /// <param name="refused">The newest refusal of it; null where there is none.</param>
    internal static LocalFacts Events(IReadOnlyList<LedgerEvent> events, StoredTransfer? refused)
    {
        var refusal = events.LastOrDefault(one => one.Kind == EventKinds.Refused);
        var held = events.FirstOrDefault(one => one.Kind == EventKinds.Held);
        return new()
        {
            RefusedAt = refusal?.At,
            RefusedMoveOn = refusal is not null && refused?.Body.Open() is { } body ? Written.Day(Transfer.Parser.ParseFrom(body).Move?.Date) : null,
            WentAfterRefusalAt = refusal is null ? null : WentAfter(events, refusal),
            BreachAssessedAt = events.FirstOrDefault(one => one.Kind == EventKinds.EnquiryClosed)?.At,
            HeldSince = held?.At,
            OwedByPhone = [.. events.Where(one => one.Kind == EventKinds.Held).Select(one => (Agency: Transfers.Events.Read(one)?.Message?.Recipient ?? "", one.At)).Where(one => one.Agency.Length > 0).DistinctBy(one => one.Agency)],
        };
    }

    // The alert went in the refusal's own transaction, or the mended hand-over later, under this id or another.
    private static DateTimeOffset? WentAfter(IReadOnlyList<LedgerEvent> events, LedgerEvent refusal) =>
        Transfers.Events.Read(refusal)?.OtherId.Length > 0
            ? refusal.At
            : events.FirstOrDefault(one => one.Cursor > refusal.Cursor && one.Kind is EventKinds.Sent or EventKinds.Mended)?.At;
}
