using InfoSharing.Validator.Facts;

namespace InfoSharing.Validator.Shapes;

/// <summary>
/// The three things that make an alert sendable: who the child is (or a description), why somebody is worried, where
/// they are or were last. Each counts wherever it is written, also where it could not be read and was kept as text:
/// a gate stands where responsibility would be dropped, never where a child would go unseen.
/// </summary>
internal static class AlertNeeds
{
    internal static IEnumerable<ShapeFault> Of(Transfer transfer, bool isView)
    {
        if (!HasWho(transfer)) yield return new("alert.who", ShapeWords.NoWho);
        if (!HasWhy(transfer)) yield return new("alert.worry", ShapeWords.NoWhy);
        if (!isView && !HasWhere(transfer)) yield return new("alert.where_now_or_last", ShapeWords.NoWhere);
    }

    private static bool HasWho(Transfer transfer) =>
        !(transfer.Alert?.Who).IsBlank()
        || transfer.Persons.Any(person => !person.Description.IsBlank() || person.Names.Any(name => !name.Given.IsBlank() || !name.Family.IsBlank()))
        || IsKept(transfer, "alert.who", "persons");

    private static bool HasWhy(Transfer transfer) =>
        !(transfer.Alert?.Worry).IsBlank()
        || transfer.Concerns.Count > 0
        || transfer.Claims.Any(claim => !claim.Text.IsBlank())
        || transfer.Chronology.Any(entry => !entry.Text.IsBlank())
        || IsKept(transfer, "alert.worry", "concerns", "claims", "chronology");

    private static bool HasWhere(Transfer transfer) =>
        !(transfer.Alert?.WhereNowOrLast).IsBlank()
        || transfer.Locations.Count > 0
        || transfer.Moves.Count > 0
        || transfer.Move is { WhereaboutsKnown: YesNo.No or YesNo.NotKnown }
        || IsKept(transfer, "alert.where_now_or_last", "locations", "moves");

    private static bool IsKept(Transfer transfer, params ReadOnlySpan<string> fields)
    {
        foreach (var kept in transfer.KeptAsText)
        {
            if (kept.Text.IsBlank()) continue;
            if (kept.Field is "" or "alert") return true; // a whole that could not be read may hold any of the three
            foreach (var field in fields) if (kept.Field.StartsWith(field, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
