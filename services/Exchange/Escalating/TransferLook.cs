using InfoSharing.Directories;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Answers.Owing;
using InfoSharing.Exchange.Answers.Timing;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using Why = InfoSharing.V1.Notice.Types.Why;

namespace InfoSharing.Exchange.Escalating;

/// <summary>One look at a transfer: where it stands, what is owed, and whom its clocks would tell.</summary>
internal sealed class TransferLook(AgencyKeys us, DirectoryInForce directory, OwedItems owedItems, IParcelCarrier? carrier = null)
{
    /// <summary>How long clocks run, as this agency's signed settings say now.</summary>
    internal ClockTable Table => new(directory.Current?.SettingsOf(us.Agency) ?? new());

    /// <summary>Looks.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="transferId">The transfer.</param>
    /// <param name="messages">Its messages.</param>
    /// <param name="events">Its events.</param>
    /// <param name="refused">Its newest refusal; null where there is none.</param>
    /// <param name="parts">The messages that carry parts of its documents, as <see cref="TransferStates.Parts"/> gives them.</param>
    internal (TransferState State, IReadOnlyList<OwedEntry> Owed, Looked Looked) At(
        DateTimeOffset now, Guid transferId, IReadOnlyList<StoredMessage> messages, IReadOnlyList<LedgerEvent> events, StoredTransfer? refused, IEnumerable<Exchanged>? parts = null)
    {
        var state = TransferStates.Of(us.Agency, transferId, messages, LocalFactsOf.Events(events, refused), parts);
        var owed = owedItems.Of(state);
        // What was erased never goes, and nobody waits for it.
        var waiting = messages.Where(message => message is { Outgoing: true, DoneAt: null } && message.Body.Open() is not null).Select(message => new WaitingMessage(message.Id, message.Partner, message.Kind, message.At)).ToList();
        var said = events.Where(one => EventKinds.Tells(one.Kind)).Select(Events.Read).OfType<WatchReply>().Where(one => one.Notice is not null)
            .Select(one => new SaidAlready(one.At.ToDateTimeOffset(), one.Event, one.Notice, one.Message?.Id ?? "")).ToList();
        var current = directory.Current;
        var lookout = new Lookout(state, Table, new(agency => current?.Find(agency)), agency => WhyAway(current, agency, now));
        return (state, owed, lookout.At(now, owed, waiting, said));
    }

    private Why WhyAway(AgencyDirectory? current, string agency, DateTimeOffset now) =>
        current?.Find(agency) is null ? Why.NotInDirectory
        : current.SealingOf(agency, now) is null ? Why.NoKey
        : carrier is { IsReachable: false } ? Why.BrokerAway
        : Why.ReceiverAway;
}
