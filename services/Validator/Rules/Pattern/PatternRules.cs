using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Pattern;

/// <summary>3xx: pattern, chronology, how we know, support.</summary>
internal static class PatternRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        new ChronologyStartsAtFirstInvolvement(),
        new ThreeReportsHavePatternAnalysis(),
        new SecondReportAsksForPattern(),
        new PatternAnalysisIsNewerThanReports(),
        new ReassuranceIsNotReliedOnAlone(),
        new VictimWasOfferedSupport(),
        new SupportSaysWhatHelpedAndHindered(),
        new DeclinedTherapyIsOfferedAgain(),
        new OngoingWorkIsNamed(),
    ];
}
