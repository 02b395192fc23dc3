using System.Security.Cryptography.X509Certificates;

namespace InfoSharing.Directories;

/// <summary>Whom a service trusts with the directory: pinned in its own settings, never in the directory.</summary>
public sealed record DirectoryTrust
{
    /// <summary>The officers' certificates, ECDSA P-256.</summary>
    public required IReadOnlyList<X509Certificate2> Officers { get; init; }

    /// <summary>How many of them must have signed; 2 of 3.</summary>
    public int Required { get; init; } = 2;

    /// <summary>True in Development alone: takes a directory of made-up authorities.</summary>
    public bool AllowsDevelopment { get; init; }

    /// <summary>The highest number that this service has seen, from its ledger; a lower one is a rollback.</summary>
    public ulong HighestSeen { get; init; }
}
