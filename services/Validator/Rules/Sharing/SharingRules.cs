using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>8xx: lawful basis, telling, and safe disclosure.</summary>
internal static class SharingRules
{
    internal static IReadOnlyList<Rule> All { get; } = [new SharingHasLawfulBasis(), new EachPersonIsToldOrNot(), new ProtectedPlaceStaysHidden(), new VictimCanBeReachedSafely()];
}
