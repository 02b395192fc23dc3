namespace InfoSharing.Exchange.Ledger;

/// <summary>The ledger refuses to start. The message is one sentence for an operator: what is wrong, where, and the cure.</summary>
internal sealed class LedgerStartException(string message, Exception? inner = null) : Exception(message, inner);
