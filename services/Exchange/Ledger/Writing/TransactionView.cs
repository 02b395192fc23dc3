using InfoSharing.Exchange.Ledger.Engines;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Sealing;

namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>The ledger inside the writer's transaction. The writer has a thread of its own, so waiting on it blocks nobody else.</summary>
internal sealed class TransactionView(ILedgerTransaction transaction, Keyring ring, DateTimeOffset now) : ILedgerView
{
    private readonly LedgerQueries _queries = new(transaction.Connection, ring);
    private readonly DocumentQueries _documents = new(transaction.Connection, ring);
    private readonly FlowQueries _flow = new(transaction.Connection, ring);

    public DateTimeOffset Now => now;

    public uint NewestVersion(Guid transferId, Standing standing) => _queries.NewestVersionAsync(transferId, standing, CancellationToken.None).GetAwaiter().GetResult();

    public StoredTransfer? Transfer(Guid transferId, uint version, Standing standing) => _queries.TransferAsync(transferId, version, standing, CancellationToken.None).GetAwaiter().GetResult();

    public ListedTransfer? Journey(Guid transferId) => _queries.JourneyAsync(transferId, CancellationToken.None).GetAwaiter().GetResult();

    public StoredMessage? Message(Guid messageId) => _queries.MessageAsync(messageId, CancellationToken.None).GetAwaiter().GetResult();

    public IReadOnlyList<StoredCarried> Carried(Guid transferId) => _documents.CarriedAsync(transferId, CancellationToken.None).GetAwaiter().GetResult();

    public IReadOnlyList<StoredMessage> Messages(Guid transferId) => _queries.MessagesAsync(transferId, CancellationToken.None).GetAwaiter().GetResult();

    public IReadOnlyList<LedgerEvent> Events(Guid transferId) => _flow.OfTransferAsync("event", transferId, CancellationToken.None).GetAwaiter().GetResult();

    public IReadOnlyList<LedgerEvent> Audit(Guid transferId) => _flow.OfTransferAsync("audit", transferId, CancellationToken.None).GetAwaiter().GetResult();

    public bool IsErased(Guid caseId) => _flow.CaseKeyAsync(caseId, CancellationToken.None).GetAwaiter().GetResult() is { Erased: true };

    public byte[]? KeyFingerprint(Guid caseId) =>
        _flow.CaseKeyAsync(caseId, CancellationToken.None).GetAwaiter().GetResult() is { Erased: false } key ? ring.Fingerprint(caseId, key.Wrapped) : null;
}
