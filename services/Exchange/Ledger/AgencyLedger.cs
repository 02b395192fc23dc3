using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.Exchange.Ledger.Copies;
using InfoSharing.Exchange.Ledger.Engines;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Restoring;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Exchange.Ledger.Stored;
using InfoSharing.Exchange.Ledger.Writing;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Ledger;

/// <summary>One agency's ledger on an engine.</summary>
internal sealed class AgencyLedger : ILedger, IDisposable
{
    private readonly ILedgerEngine _engine;
    private readonly Keyring _ring;
    private readonly CaseKeys _keys;
    private readonly LedgerWriter _writer;
    private readonly Watch _watch;
    private readonly LedgerOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>Opens the ledger. It takes over the engine, and disposes of it.</summary>
    /// <exception cref="LedgerStartException">It cannot keep its promises; the message says why in one sentence.</exception>
    internal AgencyLedger(LedgerOptions options, ILedgerEngine engine, TimeProvider clock, ILogger<AgencyLedger> log)
    {
        _options = options;
        _engine = engine;
        _clock = clock;
        try
        {
            var storage = new StorageKey(options.StorageKeyFile, options.RetiredStorageKeyFiles);
            try
            {
                _ring = new(storage, options.Agency, engine);
            }
            catch // whatever it was, the key leaves memory first; the failure goes on
            {
                storage.Dispose();
                throw;
            }
            if (_ring.Rotates) LedgerLog.Rewrapped(log, options.Agency, new StorageKeyRotation(engine, _ring).Run());
            _keys = new(_ring, engine);
            LookForDoubtsAsync(CancellationToken.None).GetAwaiter().GetResult();
            _writer = new(engine, new(_ring, _keys, new(_ring, _keys, clock), Doubts), options, clock, log);
            engine.Follow(Followed);
            _watch = new(engine, _ring, _writer.Commits, TimeSpan.FromSeconds(options.WatchFallbackSeconds), clock);
        }
        catch // whatever it was, the folder is let go for the next start; the failure goes on
        {
            engine.Dispose();
            throw;
        }
        LedgerLog.Opened(log, options.Agency, HeadAsync(CancellationToken.None).GetAwaiter().GetResult().Position);
    }

    public bool IsFailing => _writer.IsFailing;

    public CommitSignal Commits => _writer.Commits;

    public Doubts Doubts { get; } = new();

    public async Task<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        await _writer.AppendAsync(entry, cancellationToken) is var result && result is { Reason: Doubts.Code, Partner: { } partner } ? throw new NotReconciledException(partner) : result;

    public Task<ChainHead> HeadAsync(CancellationToken cancellationToken) => FlowAsync(read => read.HeadAsync(cancellationToken), cancellationToken);

    public Task<byte[]?> LinkAtAsync(ulong position, CancellationToken cancellationToken) => FlowAsync(read => read.LinkAtAsync(position, cancellationToken), cancellationToken);

    public async Task<BeforeSend> BeforeSendAsync(Guid transferId, IReadOnlyList<(string Caller, string Operation, string Id)> requests, IReadOnlyCollection<(string Kind, string Value)> values, int newest, CancellationToken cancellationToken)
    {
        var keys = requests.Select(one => EntrySealer.RequestKey(_ring, one.Caller, one.Operation, one.Id)).ToList();
        var tokens = new Dictionary<(string Kind, string Value), byte[]>();
        foreach (var one in values)
            if (BlindIndex.Token(_ring, one.Kind, one.Value) is { } token) tokens[one] = token;
        var since = Micros.Of(_clock.GetUtcNow().AddDays(-_options.RequestDays));
        var stored = await UnlessDownAsync(() => _engine.BeforeSendAsync(new(transferId, keys, since, [.. tokens.Values], newest), cancellationToken));
        var open = new RowOpener(_ring);
        return new(
            [.. keys.Select(key => stored.Answers.FirstOrDefault(row => row.Key.AsSpan().SequenceEqual(key)) is { } row ? open.Answer(row) : null)], open.Streams(stored.Messages), [.. stored.Documents.Select(open.Document)],
            tokens.Where(one => stored.Newest.Contains(one.Value)).ToDictionary(one => one.Key, IReadOnlyList<Guid> (one) => [.. stored.Newest[one.Value]]));
    }

    public Task<StoredTransfer?> OpenAsync(Guid transferId, uint version, Standing? standing, CancellationToken cancellationToken) =>
        ReadAsync(read => read.TransferAsync(transferId, version, standing, cancellationToken), cancellationToken);

    public Task<StoredTransfer?> OpenRefusalAsync(Guid refusalId, CancellationToken cancellationToken) => ReadAsync(read => read.RefusalAsync(refusalId, cancellationToken), cancellationToken);

    public Task<TransferPage> ListAsync(int pageSize, string? pageToken, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return ReadAsync(read => read.ListAsync(pageSize, pageToken, cancellationToken), cancellationToken);
    }

    public Task<TransferPage> UnchangedAsync(DateTimeOffset since, int pageSize, string? pageToken, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return ReadAsync(read => read.UnchangedAsync(Micros.Of(since), pageSize, pageToken, cancellationToken), cancellationToken);
    }

    public IAsyncEnumerable<LedgerEvent> WatchAsync(ulong after, CancellationToken cancellationToken) => _watch.AfterAsync(after, cancellationToken);

    public Task<IReadOnlyList<LedgerEvent>> EventsAsync(Guid transferId, CancellationToken cancellationToken) => FlowAsync(read => read.OfTransferAsync("event", transferId, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<LedgerEvent>> AuditAsync(Guid transferId, CancellationToken cancellationToken) => FlowAsync(read => read.OfTransferAsync("audit", transferId, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<LedgerEvent>> ErasuresAsync(ulong after, int limit, CancellationToken cancellationToken) =>
        FlowAsync(read => read.OfKindAfterAsync("erased", after, limit, cancellationToken), cancellationToken);

    public Task<LedgerEvent?> LastOfHouseAsync(string kind, CancellationToken cancellationToken) => FlowAsync(read => read.LastOfHouseAsync(kind, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<StoredMessage>> MessagesAsync(Guid transferId, CancellationToken cancellationToken) => ReadAsync(read => read.MessagesAsync(transferId, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<DueLane>> DueLanesAsync(DateTimeOffset now, CancellationToken cancellationToken) => FlowAsync(read => read.DueLanesAsync(Micros.Of(now), cancellationToken), cancellationToken);

    public Task<IReadOnlyList<DueMessage>> DueAsync(string recipient, int lane, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        FlowAsync(read => read.DueAsync(recipient, lane, Micros.Of(now), limit, cancellationToken), cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => FlowAsync(read => read.NextDueAsync(cancellationToken), cancellationToken);

    public Task<IReadOnlyList<Guid>> DueAfterAsync(DateTimeOffset time, int limit, CancellationToken cancellationToken) => FlowAsync(read => read.DueAfterAsync(Micros.Of(time), limit, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<Guid>> ToLookAtAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) => FlowAsync(read => read.ToLookAtAsync(Micros.Of(now), limit, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<Guid>> UnderWayAsync(int limit, CancellationToken cancellationToken) => FlowAsync(read => read.UnderWayAsync(limit, cancellationToken), cancellationToken);

    public Task<Waits> WaitsAsync(CancellationToken cancellationToken) => FlowAsync(read => read.WaitsAsync(cancellationToken), cancellationToken);

    public Task<StoredMessage?> MessageAsync(Guid messageId, CancellationToken cancellationToken) => ReadAsync(read => read.MessageAsync(messageId, cancellationToken), cancellationToken);

    public Task<SealedContent?> ProofAsync(Guid messageId, CancellationToken cancellationToken) => ReadAsync(read => read.ProofAsync(messageId, cancellationToken), cancellationToken);

    public Task<IReadOnlyDictionary<Guid, SeenMessage>> SeenAsync(IReadOnlyCollection<Guid> messageIds, CancellationToken cancellationToken) => UnlessDownAsync(() => _engine.SeenAsync(messageIds, cancellationToken));

    public Task<byte[]?> ReceiptAsync(Guid messageId, bool given, CancellationToken cancellationToken) => FlowAsync(read => read.ReceiptAsync(messageId, given, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<StoredDocument>> DocumentsAsync(Guid transferId, CancellationToken cancellationToken) => DocumentsAsync(read => read.DocumentsAsync(transferId, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<StoredCarried>> CarriedAsync(Guid transferId, CancellationToken cancellationToken) => DocumentsAsync(read => read.CarriedAsync(transferId, cancellationToken), cancellationToken);

    public Task<StoredPart?> PartAsync(Guid upload, uint part, CancellationToken cancellationToken) => DocumentsAsync(read => read.PartAsync(upload, part, cancellationToken), cancellationToken);

    public Task<StoredPart?> PartFromAsync(string partner, Guid transferId, Guid upload, uint part, CancellationToken cancellationToken) =>
        DocumentsAsync(read => read.PartFromAsync(partner, transferId, upload, part, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<Guid>> WithOpenDocumentsAsync(DateTimeOffset since, CancellationToken cancellationToken) => DocumentsAsync(read => read.WithOpenDocumentsAsync(Micros.Of(since), cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<Guid>> FindAsync(string kind, string value, CancellationToken cancellationToken) =>
        BlindIndex.Token(_ring, kind, value) is { } token ? await FlowAsync(read => read.FindAsync(token, cancellationToken), cancellationToken) : [];

    public bool IsShared => _engine.OthersMayWrite;

    public Task<IReadOnlyList<Guid>> DoneOfAsync(IReadOnlyCollection<Guid> messageIds, CancellationToken cancellationToken) => UnlessDownAsync(() => _engine.DoneOfAsync(messageIds, cancellationToken));

    public Task<bool> LeaseAsync(string what, TimeSpan time, CancellationToken cancellationToken) => UnlessDownAsync(() => _engine.LeaseAsync(what, time, cancellationToken));

    public Task<IReadOnlyList<HeldMark>> MarksAsync(string partner, bool outgoing, Guid first, Guid last, CancellationToken cancellationToken) =>
        MarksAsync(read => read.MarksAsync(partner, outgoing, first, last, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<Guid>> NewestFromAsync(string partner, int limit, CancellationToken cancellationToken) => MarksAsync(read => read.NewestFromAsync(partner, limit, cancellationToken), cancellationToken);

    public Task<bool> KnowsAsync(string partner, CancellationToken cancellationToken) => MarksAsync(read => read.KnowsAsync(partner, cancellationToken), cancellationToken);

    public async Task LookForDoubtsAsync(CancellationToken cancellationToken)
    {
        if (await FlowAsync(read => read.LastOfHouseAsync(Doubts.Restored, cancellationToken), cancellationToken) is not { } restored) return;
        var settled = await FlowAsync(read => read.OfHouseAsync(Doubts.Reconciled, restored.Cursor, cancellationToken), cancellationToken);
        Doubts.Know(restored.At, settled.Select(one => System.Text.Encoding.UTF8.GetString(one.Detail.Open() ?? [])));
    }

    public string Engine => _options.Engine;

    public Task<T> OperatorAsync<T>(Func<OperatorQueries, Task<T>> ask, CancellationToken cancellationToken) => UnlessDownAsync(async () =>
    {
        await using var connection = await _engine.OpenForReadingAsync(cancellationToken);
        return await ask(new(connection, _ring));
    });

    public Task<IReadOnlyList<LedgerEvent>> OfHouseAsync(string kind, ulong after, CancellationToken cancellationToken) => FlowAsync(read => read.OfHouseAsync(kind, after, cancellationToken), cancellationToken);

    public string PageTokenOf(long position) => PageToken.Of(_ring, position);

    public long? PositionOf(string pageToken) => pageToken.Length == 0 ? null : PageToken.Position(_ring, pageToken);

    public Task<CopiedHead> CopyAsync(string to, IProgress<long>? progress, CancellationToken cancellationToken) => UnlessDownAsync(() => _engine.CopyAsync(to, progress, cancellationToken));

    public Task<ChainReport> VerifyAsync(IProgress<ulong>? progress, CancellationToken cancellationToken) =>
        UnlessDownAsync(() => new ChainVerifier(_engine, _ring).VerifyAsync(progress, cancellationToken));

    /// <summary>Writes what is queued, and closes.</summary>
    public void Dispose()
    {
        _writer.Dispose();
        _keys.Dispose();
        _ring.Dispose();
        _engine.Dispose();
    }

    // Another process wrote. Keys that it destroyed must not live on here.
    private void Followed(bool erased)
    {
        if (erased) _keys.ForgetAll();
        _writer.Commits.Raise();
    }

    private Task<T> ReadAsync<T>(Func<LedgerQueries, Task<T>> read, CancellationToken cancellationToken) => UnlessDownAsync(async () =>
    {
        await using var connection = await _engine.OpenForReadingAsync(cancellationToken);
        return await read(new(connection, _ring));
    });

    private Task<T> MarksAsync<T>(Func<MarkQueries, Task<T>> read, CancellationToken cancellationToken) => UnlessDownAsync(async () =>
    {
        await using var connection = await _engine.OpenForReadingAsync(cancellationToken);
        return await read(new(connection));
    });

    private Task<T> FlowAsync<T>(Func<FlowQueries, Task<T>> read, CancellationToken cancellationToken) => UnlessDownAsync(async () =>
    {
        await using var connection = await _engine.OpenForReadingAsync(cancellationToken);
        return await read(new(connection, _ring));
    });

    private Task<T> DocumentsAsync<T>(Func<DocumentQueries, Task<T>> read, CancellationToken cancellationToken) => UnlessDownAsync(async () =>
    {
        await using var connection = await _engine.OpenForReadingAsync(cancellationToken);
        return await read(new(connection, _ring));
    });

    private async Task<T> UnlessDownAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            try
            {
                return await ask();
            }
            catch (Exception cutOff) when (_engine.WasCutOff(cutOff)) // a server that was started again has ended all connections, and this one was the first to learn it
            {
                return await ask();
            }
        }
        catch (Exception failure) when (_engine.IsUnavailable(failure))
        {
            throw new LedgerUnavailableException("The ledger's storage is down.", failure);
        }
    }
}
