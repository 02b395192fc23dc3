namespace InfoSharing.Exchange.Ledger;

/// <summary>The storage is full or down. Nothing of the entry is stored; try again with the same request id.</summary>
internal sealed class LedgerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
