namespace InfoSharing.Exchange.Ledger.Chain;

/// <summary>What reading the whole chain found.</summary>
/// <param name="Head">The head at the start of the reading.</param>
/// <param name="Links">How many links were found good.</param>
/// <param name="BrokenAt">The first position that does not hold; null when all do.</param>
/// <param name="Reason">Why, as a code: "missing", "link", "head", "beyond", "unreadable" (within the next 128 links).</param>
internal sealed record ChainReport(ChainHead Head, ulong Links, ulong? BrokenAt, string? Reason)
{
    /// <summary>How many cases were erased, among the links found good.</summary>
    internal ulong Erased { get; init; }

    /// <summary>True when everything holds.</summary>
    internal bool Holds => BrokenAt is null;
}
