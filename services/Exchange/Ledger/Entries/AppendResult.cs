namespace InfoSharing.Exchange.Ledger.Entries;

/// <summary>What became of a write.</summary>
internal enum AppendOutcome
{
    /// <summary>It is on disk.</summary>
    Stored,

    /// <summary>The same was on disk already; nothing was written, and the first answer or receipt is given again.</summary>
    Repeated,

    /// <summary>The same id or number is on disk with other content; nothing was written.</summary>
    AlreadyExists,

    /// <summary>The decision said no; nothing was written.</summary>
    Refused,
}

/// <summary>What became of a write, and what was given out with it.</summary>
internal sealed record AppendResult(AppendOutcome Outcome)
{
    /// <summary>Why, as a code: "request", "version", "message", "sequence", "receipt", "erased", or the decision's own.</summary>
    public string? Reason { get; init; }

    /// <summary>The partner with whom the ledger must be reconciled first, where that is why.</summary>
    public string? Partner { get; init; }

    /// <summary>The request's answer: the first one's when repeated; null when it is no longer kept or its case is erased.</summary>
    public byte[]? Answer { get; init; }

    /// <summary>The receipt stored with the incoming message, the first one when repeated.</summary>
    public byte[]? Receipt { get; init; }

    /// <summary>The position of the last link; 0 when nothing was written to the chain.</summary>
    public ulong Position { get; init; }

    /// <summary>The link at <see cref="Position"/>, to give to partners as witness.</summary>
    public byte[]? Link { get; init; }

    /// <summary>When it was stored, as the chain says.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The sequences assigned to the outgoing messages, in their order.</summary>
    public IReadOnlyList<ulong> Sequences { get; init; } = [];
}

/// <summary>What a decision says about its entry.</summary>
/// <param name="Refusal">Why the entry is not to be written, as a code; null when it is.</param>
/// <param name="More">Rows written beside the entry's own.</param>
/// <param name="Answer">The answer in place of the request's own.</param>
internal sealed record LedgerDecision(string? Refusal, LedgerRows? More = null, byte[]? Answer = null)
{
    /// <summary>Write it, with what follows from the reading.</summary>
    public static LedgerDecision Go(LedgerRows? more = null, byte[]? answer = null) => new(null, more, answer);

    /// <summary>Write nothing.</summary>
    public static LedgerDecision No(string refusal) => new(refusal);
}
