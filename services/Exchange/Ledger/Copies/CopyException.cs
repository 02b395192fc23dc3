namespace InfoSharing.Exchange.Ledger.Copies;

/// <summary>A copy cannot be made or brought back. The message says in a sentence why, where, and what to do; nothing was changed.</summary>
internal sealed class CopyException(string message, Exception? inner = null) : Exception(message, inner);
