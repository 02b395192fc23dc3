namespace InfoSharing.Exchange.Ledger.Copies;

/// <summary>A ledger that was brought back.</summary>
/// <param name="Manifest">The copy.</param>
/// <param name="Links">How many links hold, the record of the restoring among them.</param>
/// <param name="SetAside">Where the ledger is that was there; null where none was.</param>
/// <param name="ErasedAgain">How many cases were erased again.</param>
internal sealed record RestoreOutcome(CopyManifest Manifest, ulong Links, string? SetAside, int ErasedAgain);
