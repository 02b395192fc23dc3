namespace InfoSharing.Exchange.Ledger;

/// <summary>The ledger refuses to start. The message is one sentence for an operator: what is wrong, where, and the cure.</summary>
internal sealed class LedgerStartException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What it needs that may yet come by itself, such as a server that is starting; null where somebody must act.</summary>
    internal string? Awaited { get; init; }
}
