using InfoSharing.V1;

namespace InfoSharing.Exchange.Development;

/// <summary>One agency of the development network. It is invented, as are its telephone numbers, which are of those that Ofcom keeps for drama.</summary>
/// <param name="Id">Its id in the directory.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it does.</param>
/// <param name="AreaGss">Its area.</param>
/// <param name="PhoneStem">All but the last digit of its telephone numbers.</param>
/// <param name="EscalationRoles">Who is told when a clock runs out, in order.</param>
public sealed record DevelopmentAgency(string Id, string Name, Party.Types.AgencyKind Kind, string AreaGss, string PhoneStem, IReadOnlyList<string> EscalationRoles);
