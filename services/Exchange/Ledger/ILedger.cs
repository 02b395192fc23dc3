using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.Exchange.Ledger.Copies;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Restoring;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Exchange.Ledger.Writing;

namespace InfoSharing.Exchange.Ledger;

/// <summary>One agency's ledger.</summary>
internal interface ILedger
{
    /// <summary>
    /// Stores an entry, together with others that wait. When this returns, the outcome is on disk.
    /// </summary>
    /// <param name="entry">What is to be stored.</param>
    /// <param name="cancellationToken">Ends the waiting. An entry that is queued by then is stored all the same: ask again with the same request.</param>
    /// <exception cref="LedgerUnavailableException">The disk is full or fails; nothing of the entry is stored.</exception>
    /// <exception cref="NotReconciledException">The ledger was restored, and does not know which number the message would have; nothing of the entry is stored.</exception>
    /// <exception cref="ArgumentException">The entry is not one that can be stored: content without an event, over the bounds.</exception>
    Task<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken);

    /// <summary>True from a write that the storage failed, or did not answer to, until the next that it took.</summary>
    bool IsFailing { get; }

    /// <summary>Completes at the next commit. Take it before reading, then read, then wait: nothing is missed.</summary>
    CommitSignal Commits { get; }

    /// <summary>The chain's head.</summary>
    Task<ChainHead> HeadAsync(CancellationToken cancellationToken);

    /// <summary>The link at a position; null where the chain has none there.</summary>
    Task<byte[]?> LinkAtAsync(ulong position, CancellationToken cancellationToken);

    /// <summary>What is stored that a send turns on: the answers of the last 90 days, what is known of the transfer, and who may be known by the values, of each the newest cases.</summary>
    Task<BeforeSend> BeforeSendAsync(Guid transferId, IReadOnlyList<(string Caller, string Operation, string Id)> requests, IReadOnlyCollection<(string Kind, string Value)> values, int newest, CancellationToken cancellationToken);

    /// <summary>A version of a transfer, 0 for the newest; null when there is none. Of received and sent both, sent wins when no standing is given.</summary>
    Task<StoredTransfer?> OpenAsync(Guid transferId, uint version, Standing? standing, CancellationToken cancellationToken);

    /// <summary>A refusal by its own id; null when there is none.</summary>
    Task<StoredTransfer?> OpenRefusalAsync(Guid refusalId, CancellationToken cancellationToken);

    /// <summary>A page of transfers, newest first.</summary>
    /// <exception cref="PageTokenException">The token is not ours.</exception>
    Task<TransferPage> ListAsync(int pageSize, string? pageToken, CancellationToken cancellationToken);

    /// <summary>A page of the transfers to which nothing has happened since, oldest first; none that is erased.</summary>
    /// <exception cref="PageTokenException">The token is not ours.</exception>
    Task<TransferPage> UnchangedAsync(DateTimeOffset since, int pageSize, string? pageToken, CancellationToken cancellationToken);

    /// <summary>Every event after a cursor, and then each as it happens. It ends only by cancellation.</summary>
    /// <exception cref="CursorAheadException">The cursor is ahead of the ledger.</exception>
    IAsyncEnumerable<LedgerEvent> WatchAsync(ulong after, CancellationToken cancellationToken);

    /// <summary>The events of one transfer, oldest first.</summary>
    Task<IReadOnlyList<LedgerEvent>> EventsAsync(Guid transferId, CancellationToken cancellationToken);

    /// <summary>The audit records of one transfer, oldest first.</summary>
    Task<IReadOnlyList<LedgerEvent>> AuditAsync(Guid transferId, CancellationToken cancellationToken);

    /// <summary>The erasures after a position, oldest first: at most so many.</summary>
    Task<IReadOnlyList<LedgerEvent>> ErasuresAsync(ulong after, int limit, CancellationToken cancellationToken);

    /// <summary>The last audit record of a kind that is about no case; null when there is none.</summary>
    Task<LedgerEvent?> LastOfHouseAsync(string kind, CancellationToken cancellationToken);

    /// <summary>Both streams of a transfer, each in order of sequence; what came early says that it is held. Parts of documents are in neither.</summary>
    Task<IReadOnlyList<StoredMessage>> MessagesAsync(Guid transferId, CancellationToken cancellationToken);

    /// <summary>One message, ours or another's; null when there is none. That it is held is not looked at.</summary>
    Task<StoredMessage?> MessageAsync(Guid messageId, CancellationToken cancellationToken);

    /// <summary>What proves that a message came as its sender signed it; null where nothing is kept.</summary>
    Task<SealedContent?> ProofAsync(Guid messageId, CancellationToken cancellationToken);

    /// <summary>The recipients and lanes for which a message is due.</summary>
    Task<IReadOnlyList<DueLane>> DueLanesAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The messages that are due for a recipient in a lane, longest due first: at most so many, and 16 MiB together or a larger one alone.</summary>
    Task<IReadOnlyList<DueMessage>> DueAsync(string recipient, int lane, DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>When the next message is due, whatever its recipient, one of an erased case too; null when all are done.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>Messages that are not done and due only after a time: at most so many.</summary>
    Task<IReadOnlyList<Guid>> DueAfterAsync(DateTimeOffset time, int limit, CancellationToken cancellationToken);

    /// <summary>The transfers whose clocks are to be looked at now, the longest due first.</summary>
    Task<IReadOnlyList<Guid>> ToLookAtAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>The transfers of which something stands out or a clock runs yet, oldest first.</summary>
    Task<IReadOnlyList<Guid>> UnderWayAsync(int limit, CancellationToken cancellationToken);

    /// <summary>What waits for its receipt, by lane, and how much is quarantined.</summary>
    Task<Waits> WaitsAsync(CancellationToken cancellationToken);

    /// <summary>Those of the messages that came before, with digest and receipt.</summary>
    Task<IReadOnlyDictionary<Guid, SeenMessage>> SeenAsync(IReadOnlyCollection<Guid> messageIds, CancellationToken cancellationToken);

    /// <summary>A receipt, given or taken; null when there is none.</summary>
    Task<byte[]?> ReceiptAsync(Guid messageId, bool given, CancellationToken cancellationToken);

    /// <summary>The documents of a transfer that are whole, the oldest first.</summary>
    Task<IReadOnlyList<StoredDocument>> DocumentsAsync(Guid transferId, CancellationToken cancellationToken);

    /// <summary>The messages of a transfer that carry parts of documents, both ways, the oldest first.</summary>
    Task<IReadOnlyList<StoredCarried>> CarriedAsync(Guid transferId, CancellationToken cancellationToken);

    /// <summary>A part of what was uploaded here; 0 is its words. Null when it is not here, or no longer.</summary>
    Task<StoredPart?> PartAsync(Guid upload, uint part, CancellationToken cancellationToken);

    /// <summary>The message with which a partner sent a part; null while it has not come.</summary>
    Task<StoredPart?> PartFromAsync(string partner, Guid transferId, Guid upload, uint part, CancellationToken cancellationToken);

    /// <summary>The transfers with documents on which something may be left to do: uploaded here since a time, or all of their parts come and not yet put together.</summary>
    Task<IReadOnlyList<Guid>> WithOpenDocumentsAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Cases that may be about the person: candidates, which a person or the matching opens.</summary>
    Task<IReadOnlyList<Guid>> FindAsync(string kind, string value, CancellationToken cancellationToken);

    /// <summary>True where other processes of the agency may have the ledger too.</summary>
    bool IsShared { get; }

    /// <summary>Those of our messages that are done, whichever process took their receipts; none where the ledger is not shared, and this process knows.</summary>
    Task<IReadOnlyList<Guid>> DoneOfAsync(IReadOnlyCollection<Guid> messageIds, CancellationToken cancellationToken);

    /// <summary>
    /// Takes, or holds on to, a work that one of the agency's processes does at a time; false where another has it. It runs out by itself when its process dies. Always had at
    /// once where only one process can have the ledger.
    /// </summary>
    Task<bool> LeaseAsync(string what, TimeSpan time, CancellationToken cancellationToken);

    /// <summary>What this ledger cannot know since it was restored.</summary>
    Doubts Doubts { get; }

    /// <summary>Reads again what is in doubt: another process of the agency may have settled it.</summary>
    Task LookForDoubtsAsync(CancellationToken cancellationToken);

    /// <summary>Our messages to a partner, or those that it sent us, with ids between two, both included, in the order of their ids.</summary>
    Task<IReadOnlyList<HeldMark>> MarksAsync(string partner, bool outgoing, Guid first, Guid last, CancellationToken cancellationToken);

    /// <summary>The messages that a partner sent us, the highest ids first: at most so many.</summary>
    Task<IReadOnlyList<Guid>> NewestFromAsync(string partner, int limit, CancellationToken cancellationToken);

    /// <summary>True where a message went to the partner or came from it.</summary>
    Task<bool> KnowsAsync(string partner, CancellationToken cancellationToken);

    /// <summary>Asks what an operator asks.</summary>
    Task<T> OperatorAsync<T>(Func<OperatorQueries, Task<T>> ask, CancellationToken cancellationToken);

    /// <summary>The records of a kind that are about no case, after a position, oldest first.</summary>
    Task<IReadOnlyList<LedgerEvent>> OfHouseAsync(string kind, ulong after, CancellationToken cancellationToken);

    /// <summary>A page token for a position, and back; the beginning where it is blank.</summary>
    string PageTokenOf(long position);

    /// <summary>The position of a page token; null where it is blank.</summary>
    /// <exception cref="PageTokenException">The token is not ours.</exception>
    long? PositionOf(string pageToken);

    /// <summary>What keeps it: "sqlite", "postgres".</summary>
    string Engine { get; }

    /// <summary>Copies one instant of the whole ledger into a new file, while it is written.</summary>
    Task<CopiedHead> CopyAsync(string to, IProgress<long>? progress, CancellationToken cancellationToken);

    /// <summary>Reads the whole chain and everything that it covers, up to the head at the start.</summary>
    /// <exception cref="LedgerUnavailableException">It could not be read to the end; nothing is said of it.</exception>
    Task<ChainReport> VerifyAsync(IProgress<ulong>? progress, CancellationToken cancellationToken);
}
