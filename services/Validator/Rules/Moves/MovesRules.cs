using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>9xx: moves between areas.</summary>
internal static class MovesRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        new ConferenceHasItsPapers(),
        new TransferConferenceIsInTime(),
        new ArrivalIsAcknowledged(),
        new PlanIsKeptUntilAccepted(),
        new ShortStayIsShared(),
        new LostFamilyHasAlert(),
        new ChildIsRegisteredInNewArea(),
        new MaracPapersFollow(),
        new IdentifierChecks(),
        new AgenciesAreKnown(),
        new ClosureByTransferHasTaker(),
        new SchoolWasTold(),
        new OrderDoesNotMoveWithATransfer(),
        new ChildIsSeenAfterTheMove(),
        new EarlierAreasWereAsked(),
        new PlacedFamilyIsKnownToServices(),
    ];
}
