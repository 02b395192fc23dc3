using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Agencies.Probation;

/// <summary>What probation brings: licence, MAPPA, risk of serious harm.</summary>
internal static class ProbationMinimum
{
    internal static IReadOnlyList<Rule> All { get; } = [new LicenceIsBrought(), new MappaIsBrought(), new RiskOfSeriousHarmIsBrought()];
}
