using InfoSharing.Exchange.Ledger.Engines;

namespace InfoSharing.Exchange.Ledger.Copies;

/// <summary>Where a ledger is brought back to. It is put up beside its place, verified there, and takes the place in one step; until then nothing of what is there is touched.</summary>
internal interface ICopyPlace : IDisposable
{
    /// <summary>The place, for an operator.</summary>
    string Where { get; }

    /// <summary>True where a ledger is there.</summary>
    bool IsTaken { get; }

    /// <summary>The cases of the ledger that is there which were erased after an instant; none where it cannot be read.</summary>
    IReadOnlyList<Guid> ErasedAfter(DateTimeOffset instant);

    /// <summary>Puts the copy up beside its place.</summary>
    Task PutUpAsync(string content, CopyManifest manifest, CancellationToken cancellationToken);

    /// <summary>Opens what was put up.</summary>
    ILedgerEngine Open();

    /// <summary>Lets it take the place; where the ledger is that was there, null where none was.</summary>
    string? TakePlace(DateTimeOffset now);
}
