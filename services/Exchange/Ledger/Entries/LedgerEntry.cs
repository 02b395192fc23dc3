namespace InfoSharing.Exchange.Ledger.Entries;

/// <summary>One write: everything that is stored together or not at all. It is data, so that the writer can put many of them into one transaction.</summary>
internal sealed record LedgerEntry
{
    /// <summary>The caller's request, when the write answers one: a second entry with its key gets the first one's answer.</summary>
    public LedgerRequest? Request { get; init; }

    /// <summary>What is written.</summary>
    public LedgerRows Rows { get; init; } = new();

    /// <summary>
    /// What must be true of the ledger, and what follows from it, worked out by the writer inside the transaction: nothing can
    /// come between this reading and the write. It is not called for a repeated request or message.
    /// </summary>
    public Func<ILedgerView, LedgerDecision>? Decide { get; init; }
}

/// <summary>A request's key and the answer that it gets, now and whenever it comes again within 90 days.</summary>
/// <param name="Caller">Who asks: kept only as part of a keyed hash.</param>
/// <param name="Operation">The operation: "send", "respond".</param>
/// <param name="Id">The caller's id for the request.</param>
/// <param name="Digest">SHA-256 of the request's message as our own serialiser writes it, 32 bytes.</param>
/// <param name="Answer">The reply as bytes, sealed under the case's key.</param>
/// <param name="TransferId">The case.</param>
internal sealed record LedgerRequest(string Caller, string Operation, string Id, byte[] Digest, byte[] Answer, Guid TransferId);

/// <summary>The rows of one write.</summary>
internal sealed record LedgerRows
{
    /// <summary>Versions of transfers.</summary>
    public IReadOnlyList<ContentRow> Contents { get; init; } = [];

    /// <summary>What happened, in order. Each gets the next position of the chain, which is the Watch cursor.</summary>
    public IReadOnlyList<EventRow> Events { get; init; } = [];

    /// <summary>Who did what and why. They stand in the same chain, after the events.</summary>
    public IReadOnlyList<AuditRow> Audits { get; init; } = [];

    /// <summary>Messages to others.</summary>
    public IReadOnlyList<OutgoingRow> Outgoing { get; init; } = [];

    /// <summary>A message from another, with the receipt that is given for it now and ever after.</summary>
    public IncomingRow? Incoming { get; init; }

    /// <summary>A receipt that another gave for a message of ours.</summary>
    public TakenReceipt? Receipt { get; init; }

    /// <summary>A message of ours that its recipient gave back.</summary>
    public GivenBackRow? GivenBack { get; init; }

    /// <summary>Messages that go again though they are done.</summary>
    public IReadOnlyList<AgainRow> Again { get; init; } = [];

    /// <summary>Something that could not be opened.</summary>
    public QuarantineRow? Quarantine { get; init; }

    /// <summary>Documents that are whole.</summary>
    public IReadOnlyList<DocumentRow> Documents { get; init; } = [];

    /// <summary>Bytes of uploads. These alone need no event.</summary>
    public IReadOnlyList<PartRow> Parts { get; init; } = [];

    /// <summary>By what the case can be found.</summary>
    public IReadOnlyList<FindableBy> FindableBy { get; init; } = [];

    /// <summary>Where the transfer now stands, for lists.</summary>
    public JourneyRow? Journey { get; init; }

    /// <summary>When messages are to be tried again. These alone need no event: they are the dispatcher's notes.</summary>
    public IReadOnlyList<AttemptRow> Attempts { get; init; } = [];

    /// <summary>When clocks are to be looked at again. As attempts, these need no event.</summary>
    public IReadOnlyList<LookRow> Looks { get; init; } = [];

    /// <summary>A case whose key is destroyed. The writer adds the "erased" event itself.</summary>
    public Guid? Erase { get; init; }
}
