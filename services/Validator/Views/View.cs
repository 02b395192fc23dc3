using InfoSharing.Validator.Contract;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Views;

/// <summary>
/// A transfer as one recipient may have it. Made before sealing: what is signed, digested and receipted is the view.
/// </summary>
/// <param name="Transfer">
/// The transfer without what the recipient must not have: a copy, or the transfer itself where its bytes were given and nothing is left out. Fields that this version of the contract does not
/// know are left out: their class cannot be told.
/// </param>
/// <param name="Withheld">What was left out, for the sender. The recipient is told how many: "1 item withheld: ask {agency}".</param>
public sealed record View(Transfer Transfer, IReadOnlyList<Withheld> Withheld)
{
    /// <summary>What the recipient is told of it: LOCATION and restricted classes count alike, so that the number says nothing of which.</summary>
    public WithheldNotice Notice => new(Withheld.Count, Transfer.From?.Agency ?? "");

    /// <summary>The view of the lead or of an agency with a copy. Changes nothing in the transfer; the same input gives the same view; a view's view is the view.</summary>
    /// <param name="transfer">The whole transfer.</param>
    /// <param name="agency">The recipient's id.</param>
    /// <param name="documents">What can be read of the documents beside it, by their ids.</param>
    /// <param name="written">The transfer's bytes, as our own serialiser writes them, where they are at hand: whoever gets the whole then gets it without a copy.</param>
    /// <exception cref="ArgumentException">The transfer lists no such recipient.</exception>
    public static View For(Transfer transfer, string agency, IReadOnlyDictionary<string, DocumentWords>? documents = null, ReadOnlySpan<byte> written = default)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        var plan = new WithholdingPlan(transfer, documents: documents);
        var recipient = plan.Recipients.Find(one => one.Agency == agency)
            ?? throw new ArgumentException("The transfer lists no such recipient. Name its lead or an agency among its copies.", nameof(agency));
        return Of(transfer, plan.For(recipient), recipient.Agency, written);
    }

    /// <summary>The view of a party. One that the transfer does not list, as a missing-family alert has, gets what a copy gets for which nothing was named.</summary>
    /// <param name="transfer">The whole transfer.</param>
    /// <param name="recipient">The recipient.</param>
    /// <param name="documents">What can be read of the documents beside it, by their ids.</param>
    /// <param name="written">The transfer's bytes, as above.</param>
    public static View For(Transfer transfer, Party recipient, IReadOnlyDictionary<string, DocumentWords>? documents = null, ReadOnlySpan<byte> written = default)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        ArgumentNullException.ThrowIfNull(recipient);
        if (transfer.Lead?.Agency == recipient.Agency || transfer.Copies.Any(copy => copy.Party?.Agency == recipient.Agency)) return For(transfer, recipient.Agency, documents, written);
        var plan = new WithholdingPlan(transfer, recipient, documents);
        return Of(transfer, plan.For(plan.Recipients[^1]), recipient.Agency, written);
    }

    private static View Of(Transfer transfer, List<Cut> cuts, string agency, ReadOnlySpan<byte> written)
    {
        var isWhole = cuts.Count == 0 && !written.IsEmpty && WireFields.AreAllKnown(written, Shape.Of(Transfer.Descriptor));
        return new(isWhole ? transfer : Cutting.Apply(transfer, cuts), [.. cuts.Select(cut => Withholding.Of(cut, cut.IsForAll ? "" : agency))]);
    }
}
