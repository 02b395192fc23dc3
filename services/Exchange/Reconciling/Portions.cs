using InfoSharing.V1;

namespace InfoSharing.Exchange.Reconciling;

/// <summary>Cuts what is said into portions that a parcel holds. Each stands for itself: what is lost of them is asked for again.</summary>
internal static class Portions
{
    private const int Bytes = 768 * 1024;

    /// <summary>One or more, of which none says more than a parcel holds.</summary>
    internal static IEnumerable<Reconciliation> Of(Reconciliation said)
    {
        var portion = Empty(said);
        var bytes = portion.CalculateSize();
        var any = false;
        foreach (var back in said.GivenBack)
        {
            // A large message is given back alone, as it travelled.
            if (bytes + back.CalculateSize() > Bytes && Said(portion)) yield return Next();
            portion.GivenBack.Add(back);
            bytes += back.CalculateSize();
        }
        // Last, so that what is given back is stored where these are compared.
        foreach (var span in said.Spans)
        {
            if (bytes + span.CalculateSize() > Bytes && Said(portion)) yield return Next();
            portion.Spans.Add(span);
            bytes += span.CalculateSize();
        }
        if (Said(portion) || !any) yield return portion;

        Reconciliation Next()
        {
            var full = portion;
            full.MoreFollows = true;
            (portion, any) = (Empty(said), true);
            bytes = portion.CalculateSize();
            return full;
        }
    }

    private static bool Said(Reconciliation portion) => portion.Spans.Count + portion.GivenBack.Count > 0;

    private static Reconciliation Empty(Reconciliation said) => new()
    {
        Round = said.Round, BegunBy = said.BegunBy, Lane = said.Lane, WholeFirst = said.WholeFirst, WholeLast = said.WholeLast, Apart = { said.Apart },
    };
}
