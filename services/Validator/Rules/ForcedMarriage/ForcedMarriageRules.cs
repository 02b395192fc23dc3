using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.ForcedMarriage;

/// <summary>6xx: forced marriage. No rule reads sex.</summary>
internal static class ForcedMarriageRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        new ForcedMarriageIsWorkedJointly(),
        new MissingEducationAsksAboutMarriage(),
        new MarriageIsConsideredForEveryone(),
        new ProtectionOrderCanBeEnforced(),
        new EndingPlanKeepsOrderEnforced(),
        new OrderOutlivingChildhoodHasLeads(),
        new FamilyIsNotAlerted(),
        new TellingTheFamilyIsStopped(),
        new FamilyMeetingIsTakenOut(),
        new InterpreterIsIndependent(),
        new OneChance(),
        new MarriageAgeIsEighteen(),
    ];
}
