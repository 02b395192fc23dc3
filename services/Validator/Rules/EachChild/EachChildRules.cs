using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.EachChild;

/// <summary>4xx: each child.</summary>
internal static class EachChildRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        new EachChildHasOwnAssessment(),
        new SiblingsHaveTheirOwnWords(),
        new SiblingsTextIsNotMostlyShared(),
        new ToolSuitsTheChildsAge(),
        new ChildIsHeardOrSeen(),
        new DifferentSiblingPlansAreReasoned(),
        new ChildLivingWithAbuseIsSeenAsVictim(),
        new UnbornChildIsExpected(),
        new BirthIsLinked(),
        new BabyIsSafeInTheNewHome(),
    ];
}
