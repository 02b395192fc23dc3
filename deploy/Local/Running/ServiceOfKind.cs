using InfoSharing.Exchange.Hosting;
using Kind = InfoSharing.V1.Party.Types.AgencyKind;

namespace InfoSharing.Local.Running;

/// <summary>The service of each kind of agency.</summary>
internal static class ServiceOfKind
{
    internal static AgencyService Of(Kind kind) => All.Single(service => service.Kind == kind);

    private static IReadOnlyList<AgencyService> All { get; } =
        [AgencyServices.Police.Program.Service, AgencyServices.SocialCare.Program.Service, AgencyServices.Health.Program.Service, AgencyServices.Probation.Program.Service];
}
