using System.Security.Cryptography.X509Certificates;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>Other agencies' certificates, as the signed directory gives them. A key speaks for the one agency in whose entry it stands.</summary>
internal interface IPartnerKeys
{
    /// <summary>The agencies that the directory has, ours among them.</summary>
    IReadOnlyCollection<string> Agencies { get; }

    /// <summary>The certificates with which an agency may have signed at an instant; several while keys rotate; empty for an unknown agency.</summary>
    IReadOnlyList<X509Certificate2> SigningOf(string agency, DateTimeOffset at);

    /// <summary>The certificate to seal with for an agency at an instant; null where the directory has none.</summary>
    X509Certificate2? SealingOf(string agency, DateTimeOffset at);
}
