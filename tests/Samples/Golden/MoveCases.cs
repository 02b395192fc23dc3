using InfoSharing.V1;
using static InfoSharing.Tests.GoldenCases;

namespace InfoSharing.Tests;

/// <summary>Alerts, papers, agencies.</summary>
internal static class MoveCases
{
    public static IReadOnlyList<GoldenCase> All { get; } =
    [
        new("14", "Alert: CRISIS, one name, a worry, an address", Samples.Alert)
        {
            Owed = ["identity", "call_record", "IS-804"],
        },
        new("22", "Alert inside one area", Clean(t =>
        {
            t.Kind = Transfer.Types.Kind.Notification;
            t.From = Leeds("leeds-police", Party.Types.AgencyKind.Police);
            t.Lead = Leeds("leeds-social-care", Party.Types.AgencyKind.SocialCare);
        })),
        new("23", "Alert to an area without an agreement", Clean(t => t.Kind = Transfer.Types.Kind.Notification)),
        new("27", "MARAC papers are still at the old office", Clean(t =>
        {
            t.Marac.Minutes = "";
            t.Marac.ActionPlan = "";
        }))
        {
            Fires = [Warn("IS-908", "marac")],
            Owed = ["IS-908"],
        },
    ];

    private static Party Leeds(string agency, Party.Types.AgencyKind kind) =>
        new() { Agency = agency, AgencyKind = kind, AreaGss = "E08000035", Country = Party.Types.Country.Eng };
}
