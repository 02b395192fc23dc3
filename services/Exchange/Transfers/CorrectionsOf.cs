using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Transfers;

/// <summary>The corrections of a transfer: at the sender whole, out of its own events; elsewhere as this agency's view has them.</summary>
internal static class CorrectionsOf
{
    /// <summary>Those of a version, 0 for all, that this agency may see; oldest first.</summary>
    internal static IReadOnlyList<Corrected> Of(TransferState state, IReadOnlyList<LedgerEvent> events, uint version) =>
        state.IsLocked ? []
        : state.Side == Side.Sender ? [.. Sender(events, version)]
        : [.. state.Corrections.Where(one => version == 0 || one.Version == version).Select(one => one.Corrected)];

    /// <summary>The sender's own of a version, 0 for all, whole and in order.</summary>
    internal static IEnumerable<Corrected> Sender(IEnumerable<LedgerEvent> events, uint version) =>
        events.Where(one => one.Kind == EventKinds.Corrected && (version == 0 || one.Version == version)).Select(one => Events.Read(one)?.Message?.Corrected).OfType<Corrected>();
}
