using InfoSharing.Validator.Codes;
using Kind = InfoSharing.V1.Concern.Types.Kind;

namespace InfoSharing.Validator.Facts;

/// <summary>DA and FM, as rules.md (c) defines them.</summary>
internal sealed class Abuse
{
    private readonly HashSet<string> _forcedMarriage;

    internal Abuse(Transfer transfer)
    {
        Domestic = transfer.Concerns.Any(concern => concern.Kind == Kind.DomesticAbuse && concern.Status == Concern.Types.Status.Open)
            || transfer.Relationships.Any(IsAbusive)
            || transfer.ChildAssessments.Any(assessment => assessment.Factors.Any(IsDomesticAbuseFactor));
        Moved = Days.Parse(transfer.Move?.Date ?? "") ?? DateOnly.MinValue;
        _forcedMarriage = [.. transfer.ForcedMarriage?.Suspected ?? []];
        if (transfer.ForcedMarriage is not { Fmpos.Count: > 0 } marriage) return;
        OrdersInForce = [.. marriage.Fmpos.Select(static (order, index) => (order, index)).Where(one => IsInForce(one.order, Moved))];
        foreach (var (order, _) in OrdersInForce) _forcedMarriage.Add(order.Protected);
    }

    /// <summary>DA: an OPEN concern DOMESTIC_ABUSE, or factor 3A, 3B or 3C, or a relationship with abuse KNOWN or SUSPECTED.</summary>
    internal bool Domestic { get; }

    /// <summary>The day of the move; the first day there is where nobody wrote one, so that an order with an end still counts.</summary>
    internal DateOnly Moved { get; }

    /// <summary>The forced marriage protection orders in force, each with its position.</summary>
    internal IReadOnlyList<(ForcedMarriage.Types.Fmpo Order, int Index)> OrdersInForce { get; } = [];

    /// <summary>FM: forced marriage is suspected for somebody, or an order in force protects somebody.</summary>
    internal bool AnyForcedMarriage => _forcedMarriage.Count > 0;

    /// <summary>Those for whom it is, in the order of their refs.</summary>
    internal IEnumerable<string> ForcedMarriagePersons => _forcedMarriage.Order(StringComparer.Ordinal);

    /// <summary>FM(p): p is in <c>suspected</c>, or protected by an order in force.</summary>
    internal bool ForcedMarriage(string personRef) => _forcedMarriage.Contains(personRef);

    /// <summary>A relationship with abuse KNOWN or SUSPECTED.</summary>
    internal static bool IsAbusive(Relationship relationship) =>
        relationship.Abuse is Relationship.Types.Abuse.Known or Relationship.Types.Abuse.Suspected;

    /// <summary>In force: not ended; until further order, or expiring on or after the move.</summary>
    internal static bool IsInForce(ForcedMarriage.Types.Fmpo order, DateOnly moved) =>
        order.EndedOn.IsBlank() && (order.UntilFurtherOrder || (Days.Parse(order.ExpiresOn) is { } end && end >= moved));

    private static bool IsDomesticAbuseFactor(string code) => AssessmentFactors.Find(code) is { IsDomesticAbuse: true };
}
