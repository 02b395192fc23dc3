using System.Security.Cryptography.X509Certificates;

namespace InfoSharing.Exchange.Ledger.Copies;

/// <summary>What is to be brought back, and how.</summary>
/// <param name="Folder">The copy's folder.</param>
/// <param name="Signing">The certificates with which the agency may have signed the copy.</param>
internal sealed record RestoreOrder(string Folder, IReadOnlyList<X509Certificate2> Signing)
{
    /// <summary>True where a ledger that is there gives way; it is set aside, never deleted.</summary>
    public bool Replace { get; init; }

    /// <summary>Cases that were erased after the copy was made, and are erased again.</summary>
    public IReadOnlyList<Guid> Erased { get; init; } = [];

    /// <summary>Who does it.</summary>
    public string By { get; init; } = "";
}
