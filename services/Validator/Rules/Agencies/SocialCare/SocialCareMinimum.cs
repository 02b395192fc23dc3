using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Agencies.SocialCare;

/// <summary>What children's social care brings: plans, assessments, chronology.</summary>
internal static class SocialCareMinimum
{
    internal static IReadOnlyList<Rule> All { get; } = [new PlansAreBrought(), new AssessmentsAreBrought(), new ChronologyIsBrought()];
}
