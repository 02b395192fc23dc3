using System.Security.Cryptography.X509Certificates;
using InfoSharing.Directories;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>Partners' keys from whatever directory is in force when they are asked for; none before the first.</summary>
internal sealed class DirectoryPartners(DirectoryInForce directory) : IPartnerKeys
{
    public IReadOnlyCollection<string> Agencies => [.. (directory.Current?.Agencies ?? []).Select(agency => agency.Id)];

    public IReadOnlyList<X509Certificate2> SigningOf(string agency, DateTimeOffset at) => directory.Current?.SigningOf(agency, at) ?? [];

    public X509Certificate2? SealingOf(string agency, DateTimeOffset at) => directory.Current?.SealingOf(agency, at);
}
