using System.Data.Common;
using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.Exchange.Ledger.Copies;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Stored;
using InfoSharing.Exchange.Ledger.Writing;

namespace InfoSharing.Exchange.Ledger.Engines;

/// <summary>
/// What the ledger needs of a database. Everything else - gathering, deciding, sealing, the chain, reading - is the same for all of them; the queries of
/// Reading/ are written in the SQL that the engines share.
/// </summary>
internal interface ILedgerEngine : IDisposable
{
    /// <summary>Where the ledger is, for an operator.</summary>
    string Where { get; }

    /// <summary>True where another process may write too, so that a watcher must look again unasked.</summary>
    bool OthersMayWrite { get; }

    /// <summary>The ledger's settings; empty in a new one.</summary>
    IReadOnlyDictionary<string, byte[]> Settings();

    /// <summary>Writes the settings and first head of a new ledger, in one transaction; where another did so first, that one's stand.</summary>
    IReadOnlyDictionary<string, byte[]> Found(IReadOnlyDictionary<string, byte[]> settings, byte[] firstHead);

    /// <summary>A stored case key, as committed; null too where it is dear to ask: the writer compares, and seals again what was sealed under another.</summary>
    KnownCaseKey? CaseKey(Guid caseId);

    /// <summary>An open connection for reading what is committed.</summary>
    ValueTask<DbConnection> OpenForReadingAsync(CancellationToken cancellationToken);

    /// <summary>Where others may write: tells of what they commit, soon but not surely, and whether something was erased by it.</summary>
    void Follow(Action<bool> told);

    /// <summary>Takes or renews a work that one process of the agency does at a time; false where another has it. It runs out by itself, when its process does.</summary>
    Task<bool> LeaseAsync(string what, TimeSpan time, CancellationToken cancellationToken);

    /// <summary>Begins a transaction that may write. Only the writer's thread calls it, one at a time.</summary>
    ILedgerTransaction Begin();

    /// <summary>Where others may write: those of our messages that are done, whoever took their receipts. None where this process alone writes, which knows.</summary>
    Task<IReadOnlyList<Guid>> DoneOfAsync(IReadOnlyCollection<Guid> messageIds, CancellationToken cancellationToken);

    /// <summary>Those of the messages that came before, with digest and receipt.</summary>
    Task<IReadOnlyDictionary<Guid, SeenMessage>> SeenAsync(IReadOnlyCollection<Guid> messageIds, CancellationToken cancellationToken);

    /// <summary>What is stored that a send turns on.</summary>
    Task<BeforeSendRows> BeforeSendAsync(BeforeSendKeys keys, CancellationToken cancellationToken);

    /// <summary>Copies one instant of the whole ledger into a new file, while it is written.</summary>
    Task<CopiedHead> CopyAsync(string to, IProgress<long>? progress, CancellationToken cancellationToken);

    /// <summary>Takes away what deleted rows left behind, after an erasure.</summary>
    /// <returns>False when it must wait, because somebody reads.</returns>
    bool Scrub();

    /// <summary>True for a failure that says that what is stored is damaged: it cannot be read whatever one does.</summary>
    bool IsDamaged(Exception failure);

    /// <summary>True for a failure of the storage itself: full, unreachable, in error.</summary>
    bool IsUnavailable(Exception failure);

    /// <summary>True where a connection was lost that had been good: the server went, and may be there again for the next one.</summary>
    bool WasCutOff(Exception failure);
}

/// <summary>One transaction of the writer. Disposed without a commit, it leaves nothing.</summary>
internal interface ILedgerTransaction : IDisposable
{
    /// <summary>For the queries of a decision.</summary>
    DbConnection Connection { get; }

    /// <summary>Locks and reads the chain's head.</summary>
    ChainHead Head();

    /// <summary>Reads what is stored under the keys, and adds it to the facts.</summary>
    void Load(BatchKeys keys, BatchFacts facts);

    /// <summary>Writes rows, and the head after them.</summary>
    void Write(RowBatch rows, ChainHead head);

    /// <summary>Takes out answers of requests made before a time; some of them, if there are many.</summary>
    void DropRequests(long before);

    /// <summary>Takes out bytes of uploads that were begun before a time and never finished, and of those before another whose transfer was never sent.</summary>
    void DropParts(long abandonedBefore, long unusedBefore);

    /// <summary>Makes it lasting: when this returns it is on disk.</summary>
    void Commit();
}
