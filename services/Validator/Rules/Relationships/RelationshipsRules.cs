using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Relationships;

/// <summary>2xx: relationships and contact.</summary>
internal static class RelationshipsRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        new PreviousRelationshipsAreAnswered(),
        new CurrentRelationshipIsAnswered(),
        new ExplorationSaysWhoWhenHow(),
        new NotExploredSaysWhyAndWhoNext(),
        new NoneKnownWasChecked(),
        new ContactWithHarmfulParentIsRecorded(),
        new ContactIsInformedByIntelligence(),
        new IntelligenceCheckIsFresh(),
    ];
}
