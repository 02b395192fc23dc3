using InfoSharing.V1;
using Kind = InfoSharing.V1.Party.Types.AgencyKind;

namespace InfoSharing.Exchange.Development;

/// <summary>The agencies of the development network, and which of them have agreed to hand over to which.</summary>
internal static class DevelopmentAgencies
{
    /// <summary>In the order of their ports.</summary>
    internal static IReadOnlyList<DevelopmentAgency> All { get; } = [.. Of("leeds", "Leeds", "E08000035", "0113 496 0"), .. Of("sandwell", "Sandwell", "E08000028", "0121 496 0")];

    /// <summary>Both ways between the two areas' agencies of a kind; and to children's social care from its partners in its own area.</summary>
    internal static IEnumerable<(string From, string To)> Agreements =>
        from one in All
        from other in All
        where one.Id != other.Id && (one.Kind == other.Kind || (one.AreaGss == other.AreaGss && other.Kind == Kind.SocialCare))
        select (one.Id, other.Id);

    /// <summary>The agency of an id; null where there is none.</summary>
    internal static DevelopmentAgency? Find(string id) => All.FirstOrDefault(agency => agency.Id == id);

    /// <summary>Its entry in the directory, without keys.</summary>
    internal static DirectoryAgency EntryOf(DevelopmentAgency agency) => new()
    {
        Id = agency.Id,
        Name = agency.Name,
        Kind = agency.Kind,
        AreaGss = agency.AreaGss,
        Country = Party.Types.Country.Eng,
        Contacts = new()
        {
            EmergencyPhone = agency.PhoneStem + "1",
            OutOfHoursPhone = agency.PhoneStem + "2",
            DutyInbox = $"duty@{agency.Id}.example", // RFC 2606: nobody's
            EscalationRoles = { agency.EscalationRoles },
        },
    };

    private static IEnumerable<DevelopmentAgency> Of(string area, string name, string gss, string phones) =>
    [
        new($"{area}-police", $"{name} police", Kind.Police, gss, $"{phones}10", ["duty inspector", "head of protecting vulnerable people"]),
        new($"{area}-social-care", $"{name} children's social care", Kind.SocialCare, gss, $"{phones}20", ["duty manager", "head of service", "director of children's services"]),
        new($"{area}-health", $"{name} health", Kind.Health, gss, $"{phones}30", ["named nurse for safeguarding", "designated doctor"]),
        new($"{area}-probation", $"{name} probation", Kind.Probation, gss, $"{phones}40", ["duty senior probation officer", "head of delivery unit"]),
    ];
}
