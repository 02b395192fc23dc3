using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>8xx: lawful basis, telling, and safe disclosure.</summary>
internal static class SharingRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        new SharingHasLawfulBasis(),
        new ConsentIsNotTheOnlyBasis(),
        new SensitiveDataHasCondition(),
        new EachPersonIsToldOrNot(),
        new ProtectedPlaceStaysHidden(),
        new ThirdPartyDataIsNecessary(),
        new NewDutyIsInForce(),
        new NotSharingSaysWhy(),
        new EveryActHasNameAndReason(),
        new RestrictedItemStaysUnlessNamed(),
        new RefugeAddressIsNotCarried(),
        new ConferencePackIsSafe(),
        new VictimCanBeReachedSafely(),
        new PartnerChecksHaveThreshold(),
        new ReferrerIsTold(),
    ];
}
