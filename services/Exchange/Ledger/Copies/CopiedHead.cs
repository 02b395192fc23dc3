namespace InfoSharing.Exchange.Ledger.Copies;

/// <summary>Where a copy ends.</summary>
/// <param name="Position">The chain's last position in it.</param>
/// <param name="Link">The chain's head there.</param>
/// <param name="Migration">The last migration that was run on it.</param>
internal sealed record CopiedHead(ulong Position, byte[] Link, int Migration);
