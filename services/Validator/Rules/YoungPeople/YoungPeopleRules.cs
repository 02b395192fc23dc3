using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.YoungPeople;

/// <summary>5xx: young people.</summary>
internal static class YoungPeopleRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        new YoungParentIsAlsoAChild(),
        new YoungCoupleHaveKeyWorkers(),
        new YoungCoupleAreDiscussedTogether(),
        new ChildhoodAbuseIsAsked(),
        new TurningEighteenIsPlanned(),
        new YoungPersonWhoHarmsHasOwnNeeds(),
        new SixteenAndSeventeenHaveBothRoutes(),
        new UnderSixteenIsChildProtection(),
    ];
}
