using InfoSharing.Validator.Judging;
using AgencyKind = InfoSharing.V1.Party.Types.AgencyKind;

namespace InfoSharing.Validator.Rules.Agencies;

/// <summary>
/// What agencies of one kind must bring to a hand-over, or say that they do not know. Each kind has ids of its own: IS-P01 …
/// police, IS-S01 … social care, IS-H01 … health, IS-B01 … probation. They judge what an agency of that kind sends, and no other.
/// </summary>
public static class AgencyRules
{
    /// <summary>The kinds that have a minimum.</summary>
    public static IReadOnlyList<AgencyKind> Kinds { get; } = [AgencyKind.Police, AgencyKind.SocialCare, AgencyKind.Health, AgencyKind.Probation];

    /// <summary>The minimum of a kind, in the order of its ids; empty for a kind that has none.</summary>
    public static IReadOnlyList<Rule> For(AgencyKind kind) => kind switch
    {
        AgencyKind.Police => Police.PoliceMinimum.All,
        AgencyKind.SocialCare => SocialCare.SocialCareMinimum.All,
        AgencyKind.Health => Health.HealthMinimum.All,
        AgencyKind.Probation => Probation.ProbationMinimum.All,
        _ => [],
    };
}
