using InfoSharing.Exchange.Api.Documents;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Transfers;

namespace InfoSharing.Exchange.Escalating;

/// <summary>
/// Looks at the transfers that are due for it, and writes an event for each role that is to be told. What was said already is read in the same transaction that writes
/// it, so that neither a restart nor a second process says it twice.
/// </summary>
internal sealed class EscalationPass(ILedger ledger, TransferLook look, DocumentsNow documents, TimeProvider clock)
{
    private const int AtOnce = 32;
    private const string HasChanged = "changed";

    /// <summary>Looks at all that are due; gives how many events it wrote.</summary>
    internal async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var written = 0;
        while (true)
        {
            var due = await ledger.ToLookAtAsync(clock.GetUtcNow(), AtOnce, cancellationToken);
            var looks = await Task.WhenAll(due.Select(one => LookAsync(one, cancellationToken)));
            written += looks.Sum(events => events ?? 0);
            // One that changed meanwhile is still due, and looked at in the next pass.
            if (due.Count < AtOnce || Array.TrueForAll(looks, events => events is null)) return written;
        }
    }

    // How many events were written; null where the transfer changed under the look.
    private async Task<int?> LookAsync(Guid transferId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var events = await ledger.EventsAsync(transferId, cancellationToken);
        var newest = events.Count > 0 ? events[^1].Cursor : 0;
        var messages = await ledger.MessagesAsync(transferId, cancellationToken);
        var refused = await ledger.OpenAsync(transferId, 0, Standing.Refused, cancellationToken);
        var (state, _, looked) = look.At(now, transferId, messages, events, refused, await documents.Parts(transferId, cancellationToken));
        var version = state.Newest?.Version ?? refused?.Version ?? 0;
        var rows = new LedgerRows
        {
            Events = [.. looked.ToSay.Select(say => new EventRow(transferId, version, say.Event, Events.Of(say.Notice, say.Message?.Id, say.Message?.To ?? "")))],
            Looks = [new(transferId, looked.NextAt, (int)looked.Marks)],
        };
        var result = await ledger.AppendAsync(new()
        {
            Decide = view => view.Events(transferId) is var stored && (stored.Count > 0 ? stored[^1].Cursor : 0) == newest ? LedgerDecision.Go(rows) : LedgerDecision.No(HasChanged),
        }, cancellationToken);
        return result.Outcome == AppendOutcome.Stored ? rows.Events.Count : null;
    }
}
