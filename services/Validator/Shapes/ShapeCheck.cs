using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Validator.Shapes;

/// <summary>
/// What the types of the contract cannot say: formats, references, sizes, and who sends what to whom.
/// A hand-over whose shape does not hold is not judged. An alert needs its three things alone: who, why, where.
/// </summary>
public static class ShapeCheck
{
    /// <summary>Every fault of a transfer's shape, in the order of the contract.</summary>
    /// <param name="transfer">The transfer.</param>
    /// <param name="tolerateMissingRefs">
    /// True at a receiver: what View rightly left out leaves references that name nothing, and an alert without its place.
    /// </param>
    public static IReadOnlyList<ShapeFault> Of(Transfer transfer, bool tolerateMissingRefs = false)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        return [.. OfDraft(transfer, tolerateMissingRefs), .. PartiesMissing(transfer)];
    }

    /// <summary>The same of a draft, which may be judged before anybody has said who sends it and who takes it over.</summary>
    public static IReadOnlyList<ShapeFault> OfDraft(Transfer transfer, bool tolerateMissingRefs = false)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        if (IsAlert(transfer)) return [.. AlertNeeds.Of(transfer, tolerateMissingRefs)];
        return [.. TransferNeeds.Of(transfer), .. Misfits(transfer, tolerateMissingRefs).Select(one => new ShapeFault(one.Place.ToString(), one.Words))];
    }

    /// <summary>The parties that a hand-over still lacks; none of an alert, which may go to whoever is found.</summary>
    public static IReadOnlyList<ShapeFault> PartiesMissing(Transfer transfer)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        return IsAlert(transfer) ? [] : [.. TransferNeeds.Parties(transfer)];
    }

    /// <summary>
    /// An alert in which each value that does not hold its form stands in <c>kept_as_text</c> instead, so that it goes and is owed.
    /// A copy; a transfer of another kind comes back as it is.
    /// </summary>
    public static Transfer Keep(Transfer transfer, bool tolerateMissingRefs = false)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        if (!IsAlert(transfer)) return transfer;
        var kept = transfer.Clone();
        var misfits = Misfits(kept, tolerateMissingRefs);
        // From the end, so that taking out one entry of a list does not move those that are still to be taken out.
        var texts = new List<Transfer.Types.KeptText>(misfits.Count);
        for (var i = misfits.Count - 1; i >= 0; i--)
            texts.Add(new() { Field = misfits[i].Place.ToString(), Text = misfits[i].TakeOut() });
        texts.Reverse();
        kept.KeptAsText.Add(texts);
        return kept;
    }

    internal static bool IsAlert(Transfer transfer) => transfer.Kind is Kind.Notification or Kind.MissingFamilyAlert;

    private static List<Misfit> Misfits(Transfer transfer, bool tolerateMissingRefs)
    {
        var walk = new ShapeWalk(References.Of(transfer), tolerateMissingRefs);
        walk.Walk(transfer);
        return walk.Misfits;
    }
}
