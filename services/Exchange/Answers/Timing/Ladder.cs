using InfoSharing.V1;

namespace InfoSharing.Exchange.Answers.Timing;

/// <summary>Who is told when a clock runs out, and how they are reached: roles and numbers as the directory has them.</summary>
/// <param name="find">An agency's entry in the directory; null where it has none.</param>
internal sealed class Ladder(Func<string, DirectoryAgency?> find)
{
    /// <summary>The role that a clock names, and then each one after it in the agency's own list.</summary>
    internal IReadOnlyList<string> RolesOf(string agency, EscalatesTo first)
    {
        var role = CodeOf(first);
        var own = (find(agency)?.Contacts?.EscalationRoles ?? []).Where(one => !string.IsNullOrWhiteSpace(one)).Select(CodeOf).Distinct().ToList();
        var at = own.IndexOf(role);
        return at < 0 ? [role, .. own] : own[at..];
    }

    /// <summary>A role of an agency, with the number or inbox at which it is reached now.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="role">The role's code.</param>
    /// <param name="now">The instant.</param>
    /// <param name="urgent">True where nobody may wait for an inbox to be read.</param>
    internal Notice.Types.Told Told(string agency, string role, DateTimeOffset now, bool urgent)
    {
        var told = new Notice.Types.Told { Agency = agency, Role = role };
        if (find(agency) is not { Contacts: { } contacts } entry) return told;
        told.OutOfHours = !OfficeHours.IsOpen(now, entry.Country);
        told.Contact = told.OutOfHours ? contacts.OutOfHoursPhone : urgent ? contacts.EmergencyPhone : contacts.DutyInbox;
        return told;
    }

    /// <summary>The number to ring now where an agency cannot be reached by this way.</summary>
    internal string PhoneOf(string agency, DateTimeOffset now) =>
        find(agency) is not { Contacts: { } contacts } entry ? "" : OfficeHours.IsOpen(now, entry.Country) ? contacts.EmergencyPhone : contacts.OutOfHoursPhone;

    /// <summary>A role as a code: DUTY_MANAGER.</summary>
    internal static string CodeOf(EscalatesTo to) => to switch
    {
        EscalatesTo.DutyManager => "DUTY_MANAGER",
        EscalatesTo.OutOfHoursTeam => "OUT_OF_HOURS_TEAM",
        EscalatesTo.TeamManager => "TEAM_MANAGER",
        EscalatesTo.ConferenceChair => "CONFERENCE_CHAIR",
        EscalatesTo.HeadOfService => "HEAD_OF_SERVICE",
        EscalatesTo.Director => "DIRECTOR",
        EscalatesTo.Partnership => "PARTNERSHIP",
        _ => "INFORMATION_GOVERNANCE_LEAD",
    };

    // The directory writes roles as people say them: "duty manager".
    private static string CodeOf(string role) => string.Join('_', role.Trim().ToUpperInvariant().Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries));
}
