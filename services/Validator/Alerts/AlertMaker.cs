using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Views;
using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Validator.Alerts;

/// <summary>
/// Makes, from what was written, the NOTIFICATION that goes when a hand-over is refused: a child must not go unseen because a form
/// was not complete. It quotes the writer and invents nothing.
/// </summary>
public static class AlertMaker
{
    /// <summary>The alert; null where the transfer is an alert already, which nothing refuses.</summary>
    /// <param name="refused">The refused hand-over. It is not changed.</param>
    /// <param name="newId">The alert's own id, a version 7 UUID.</param>
    /// <param name="context">The day on which the hand-over was judged.</param>
    public static MadeAlert? Make(Transfer refused, Guid newId, JudgingContext context)
    {
        ArgumentNullException.ThrowIfNull(refused);
        ArgumentNullException.ThrowIfNull(context);
        if (TransferKindsOf.Of(refused.Kind) == TransferKinds.Alerts) return null;

        var whole = refused.Clone();
        whole.Id = newId.ToString("D");
        whole.Version = 1;
        whole.ReplacesRefusal = "";
        whole.Kind = Kind.Notification;
        whole.Overrides.Clear();
        whole.AcknowledgedWarnings.Clear();
        whole = SafeDefaults.Set(whole);

        // What nobody may have goes first: nothing of it can then be quoted.
        var safe = Cutting.Apply(whole, new WithholdingPlan(whole).ForAll());
        Fill(safe, new People(safe, context.Day));
        whole.Alert = safe.Alert;
        var plan = new WithholdingPlan(whole);
        return new(Cutting.Apply(whole, plan.ForAll()), [.. Withholding.From(plan)]);
    }

    private static void Fill(Transfer transfer, People people)
    {
        var alert = transfer.Alert ??= new();
        alert.HandOverToFollow = true;
        alert.ExpiresOn = "";
        if (alert.Who.IsBlank()) alert.Who = AlertWords.Who(transfer, people);
        if (alert.Worry.IsBlank()) alert.Worry = AlertWords.Worry(transfer);
        if (alert.WhereNowOrLast.IsBlank()) alert.WhereNowOrLast = AlertWords.Where(transfer, people);
    }
}
