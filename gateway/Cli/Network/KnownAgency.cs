namespace InfoSharing.Cli.Network;

/// <summary>An agency of a running network, as <c>network.json</c> names it.</summary>
/// <param name="Id">Its id: leeds-social-care.</param>
/// <param name="Name">Its name: Leeds children's social care.</param>
/// <param name="Kind">What it does: SOCIAL_CARE.</param>
/// <param name="AreaGss">Its area.</param>
/// <param name="Address">Where it is called.</param>
/// <param name="TokenFile">The file of its token, from the network's folder.</param>
/// <param name="AuthorityFile">The file of the authority that has issued its certificate, from the network's folder; null for one that this machine trusts.</param>
internal sealed record KnownAgency(string Id, string Name, string Kind, string AreaGss, Uri Address, string TokenFile, string? AuthorityFile = null);
