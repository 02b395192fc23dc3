namespace InfoSharing.Exchange.Ledger.Chain;

/// <summary>The end of the chain.</summary>
/// <param name="Position">The last link's position; 0 before the first.</param>
/// <param name="Link">The last link, 32 bytes. Partners keep it as witnesses.</param>
internal sealed record ChainHead(ulong Position, byte[] Link);
