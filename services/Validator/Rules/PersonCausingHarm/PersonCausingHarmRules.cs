using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.PersonCausingHarm;

/// <summary>7xx: the person causing harm, language, separation, crisis.</summary>
internal static class PersonCausingHarmRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        new PersonCausingHarmIsNamed(),
        new PlanActsOnPersonCausingHarm(),
        new PersonCausingHarmIsLocated(),
        new ConditionsCanBeSeen(),
        new WordsDoNotBlame(),
        new SeparationRiskIsAssessed(),
        new MovesEffectOnRiskIsStated(),
        new NextCrisisIsPrevented(),
        new CrisisIsReviewed(),
    ];
}
