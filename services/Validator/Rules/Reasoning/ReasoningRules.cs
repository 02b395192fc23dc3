using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Reasoning;

/// <summary>1xx: decision reasoning.</summary>
internal static class ReasoningRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        new EveryMovingChildHasDecision(),
        new DecisionHasReasoning(),
        new DecisionNamesWhoMadeIt(),
        new LoweredRiskRestsOnEvidence(),
        new ClosureAnswersOpenConcerns(),
        new ClosureSaysWhatElseWasConsidered(),
        new DisagreementIsRecorded(),
        new DecisionIsNewerThanLastIncident(),
        new SentDecisionIsNotEdited(),
        new InheritedDecisionSaysWhoWasAsked(),
    ];
}
