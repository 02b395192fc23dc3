using InfoSharing.Exchange.Ledger.Engines;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Sealing;

namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>
/// The ledger inside the writer's transaction: what was read ahead for the whole batch and holds yet, and for the rest the ledger itself, once what is planned
/// is written. The writer has a thread of its own, so waiting on it blocks nobody else.
/// </summary>
internal sealed class TransactionView(ILedgerTransaction transaction, Action flush, BatchFacts facts, Keyring ring, DateTimeOffset now) : ILedgerView
{
    private readonly RowOpener _rows = new(ring);

    public DateTimeOffset Now => now;

    public uint NewestVersion(Guid transferId, Standing standing) => Queries().NewestVersionAsync(transferId, standing, CancellationToken.None).GetAwaiter().GetResult();

    public StoredTransfer? Transfer(Guid transferId, uint version, Standing standing) => Queries().TransferAsync(transferId, version, standing, CancellationToken.None).GetAwaiter().GetResult();

    public ListedTransfer? Journey(Guid transferId) => facts.Journeys.TryGetValue(transferId, out var row)
        ? row is null ? null : _rows.Journey(row)
        : Queries().JourneyAsync(transferId, CancellationToken.None).GetAwaiter().GetResult();

    public StoredMessage? Message(Guid messageId) => Queries().MessageAsync(messageId, CancellationToken.None).GetAwaiter().GetResult();

    public SentMessage? Sent(Guid messageId) => facts.Outgoing.TryGetValue(messageId, out var known) ? known.Message with { GoesAgain = known is { Done: false, Receipted: true } } : null;

    public IReadOnlyList<StoredCarried> Carried(Guid transferId) => new DocumentQueries(Asked().Connection, ring).CarriedAsync(transferId, CancellationToken.None).GetAwaiter().GetResult();

    public IReadOnlyList<StoredMessage> Messages(Guid transferId) => facts.Streams.TryGetValue(transferId, out var rows)
        ? _rows.Streams(rows)
        : Queries().MessagesAsync(transferId, CancellationToken.None).GetAwaiter().GetResult();

    public IReadOnlyList<LedgerEvent> Events(Guid transferId) => Flow().OfTransferAsync("event", transferId, CancellationToken.None).GetAwaiter().GetResult();

    public IReadOnlyList<LedgerEvent> Audit(Guid transferId) => Flow().OfTransferAsync("audit", transferId, CancellationToken.None).GetAwaiter().GetResult();

    public bool IsErased(Guid caseId) => KeyOf(caseId) is { Erased: true };

    public byte[]? KeyFingerprint(Guid caseId) => KeyOf(caseId) is { Erased: false } key ? ring.Fingerprint(caseId, key.Wrapped) : null;

    private KnownCaseKey? KeyOf(Guid caseId) => facts.Cases.TryGetValue(caseId, out var known) ? known : Flow().CaseKeyAsync(caseId, CancellationToken.None).GetAwaiter().GetResult();

    private LedgerQueries Queries() => new(Asked().Connection, ring);

    private FlowQueries Flow() => new(Asked().Connection, ring);

    private ILedgerTransaction Asked()
    {
        flush();
        return transaction;
    }
}
