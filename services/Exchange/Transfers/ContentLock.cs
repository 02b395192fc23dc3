using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Reading;

namespace InfoSharing.Exchange.Transfers;

/// <summary>Whether a case's content may be shown. Whatever opens a case asks first: what went to the wrong place opens for its breach enquiry alone.</summary>
internal sealed class ContentLock(ILedger ledger)
{
    /// <summary>Goes on where it may be shown.</summary>
    /// <exception cref="ActNotAllowedException">It is locked; says who said so.</exception>
    internal async Task Demand(Guid transferId, CancellationToken cancellationToken)
    {
        if (await Of(transferId, cancellationToken) is { } no) throw new ActNotAllowedException(no);
    }

    /// <summary>Why it may not be shown; null where it may.</summary>
    internal async Task<No?> Of(Guid transferId, CancellationToken cancellationToken) => Of(await ledger.EventsAsync(transferId, cancellationToken));

    /// <summary>The same, of a case's events. Once the enquiry is closed the sender's own case is its own again; at the receiver nothing is left to open.</summary>
    internal static No? Of(IReadOnlyList<LedgerEvent> events)
    {
        if (events.FirstOrDefault(one => one.Kind == EventKinds.Misdirected) is not { } said || events.Any(one => one.Kind == EventKinds.EnquiryClosed)) return null;
        return Events.Read(said)?.Message?.Sender is { Length: > 0 } agency ? Nos.LockedBy(agency) : Nos.Locked;
    }
}
