using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>9xx: moves between areas.</summary>
internal static class MovesRules
{
    internal static IReadOnlyList<Rule> All { get; } = [new AgenciesAreKnown(), new EarlierAreasWereAsked()];
}
