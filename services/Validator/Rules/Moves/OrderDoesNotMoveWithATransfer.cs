using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Kind = InfoSharing.V1.Court.Types.Order.Types.Kind;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-913. Two areas that agree on the telephone do not move an order. That child stays with the area that the court named; the others go.</summary>
internal sealed class OrderDoesNotMoveWithATransfer : Rule
{
    public override RuleCard Card { get; } = new("IS-913", RuleGroup.Moves, Severity.Refuse)
    {
        Message = "{child} is under a {order} made to {agency}. The order does not move with a transfer: only the court or the order ending changes that. "
            + "Tell the new area as an alert, and record who visits. If both areas have agreed, or the court has said, attach it.",
        Variants = new Dictionary<string, string> { ["proceedings"] = "A court is deciding about {child} now. The new area needs to know which court, the case number and the day of the next hearing. Missing: {list}." },
        Remedy = "Attach the agreement or direction; the other children go.",
        Source = "L15; Sussex 1.7.5; East of England supervision-order protocol [V]; practice 7",
        Overridable = false,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Transfer.Court is not { } court) return;
        for (var i = 0; i < court.Orders.Count; i++)
        {
            var order = court.Orders[i];
            if (!Stays(order, c.Day) || !c.People.IsMoving(order.Child)) continue;
            found.FireWith(Field.Of("court.orders", order.Item, i), ("child", order.Child), ("order", Code.Of(order.Kind)), ("agency", order.Authority));
        }
        if (court.ProceedingsLive == YesNo.Yes) Proceedings(court, found);
    }

    private static void Proceedings(Court court, Findings found)
    {
        if (court.Proceedings.Count == 0) found.Fire(Severity.Warn, "court.proceedings", "proceedings", false, ("list", "court,case_number,next_hearing"));
        for (var i = 0; i < court.Proceedings.Count; i++)
        {
            var one = court.Proceedings[i];
            (string Field, bool IsBlank)[] all = [("court", one.Court.IsBlank()), ("case_number", one.CaseNumber.IsBlank()), ("next_hearing", one.NextHearing.IsBlank())];
            var missing = all.Where(field => field.IsBlank).Select(field => field.Field).ToList();
            if (missing.Count == 0) continue;
            var field = $"{Field.Of("court.proceedings", one.Item, i)}.{missing[0]}";
            var list = ("list", string.Join(',', missing));
            if (one.Children.Count == 0) found.Fire(Severity.Warn, field, "proceedings", false, list);
            else found.Fire(Severity.Warn, field, "proceedings", false, ("child", Refs.Join(one.Children)), list);
        }
    }

    private static bool Stays(Court.Types.Order order, DateOnly day) =>
        order.Kind is Kind.Epo or Kind.PoliceProtection or Kind.Ico or Kind.Care or Kind.InterimSupervision or Kind.Supervision or Kind.Fao or Kind.ChildAssessment
        && !(Days.Parse(order.EndsOn) < day)
        && (order.MovesBy == default || order.MovesByDocument.IsBlank());
}
