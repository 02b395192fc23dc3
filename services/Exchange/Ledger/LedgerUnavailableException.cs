namespace InfoSharing.Exchange.Ledger;

/// <summary>The storage is full, down, or does not answer. Nothing is acknowledged; what was asked may be stored yet, and the same request tells.</summary>
internal sealed class LedgerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
