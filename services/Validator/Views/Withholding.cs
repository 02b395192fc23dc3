using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Views;

/// <summary>What each recipient's view leaves out, for the sender's report.</summary>
internal static class Withholding
{
    /// <summary>First what nobody gets, then each recipient's own, the lead before the copies.</summary>
    internal static IEnumerable<Withheld> From(Case c)
    {
        ArgumentNullException.ThrowIfNull(c);
        return From(c.Withholding);
    }

    /// <summary>The same, of a plan.</summary>
    internal static IEnumerable<Withheld> From(WithholdingPlan plan)
    {
        foreach (var cut in plan.ForAll()) yield return Of(cut, "");
        foreach (var recipient in plan.Recipients)
            foreach (var cut in plan.For(recipient))
                if (!cut.IsForAll) yield return Of(cut, recipient.Agency);
    }

    /// <summary>One entry.</summary>
    internal static Withheld Of(Cut cut, string recipient) => new() { Recipient = recipient, Field = cut.Place.ToString(), RuleId = cut.RuleId };
}
