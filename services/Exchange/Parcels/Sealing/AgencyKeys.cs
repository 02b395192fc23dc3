using System.Security.Cryptography.X509Certificates;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>One agency's own keys. Each certificate holds its private key.</summary>
/// <param name="Agency">The agency's id in the directory.</param>
/// <param name="Signing">ECDSA P-256: signs parcels and receipts.</param>
/// <param name="Sealing">RSA-3072: parcels to the agency are sealed with it.</param>
internal sealed record AgencyKeys(string Agency, X509Certificate2 Signing, X509Certificate2 Sealing)
{
    /// <summary>Sealing keys that were replaced: parcels that were sealed to them may still be on their way, 30 days at most.</summary>
    internal IReadOnlyList<X509Certificate2> Retired { get; init; } = [];

    /// <summary>The certificates with which we may have signed at an instant. A directory may have dropped an old one of ours; the key that we hold is ours all the same.</summary>
    internal List<X509Certificate2> MayHaveSignedWith(IPartnerKeys directory, DateTimeOffset at) => [Signing, .. directory.SigningOf(Agency, at)];
}
