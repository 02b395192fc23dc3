using InfoSharing.V1;
using Kind = InfoSharing.V1.Court.Types.Order.Types.Kind;

namespace InfoSharing.Exchange.Answers.Folding;

/// <summary>Orders that do not move with a transfer (IS-913): only the court, the order's end, or both areas in writing change who answers for the child.</summary>
internal static class OrdersThatStay
{
    /// <summary>The kinds of the order that keeps a child with the sender on a day; null where none does.</summary>
    internal static Kind? For(Transfer transfer, string child, DateOnly day) =>
        transfer.Court?.Orders.Where(order => order.Child == child && Stays(order, day)).Select(order => (Kind?)order.Kind).Order().FirstOrDefault();

    private static bool Stays(Court.Types.Order order, DateOnly day) =>
        order.Kind is Kind.Epo or Kind.PoliceProtection or Kind.Ico or Kind.Care or Kind.InterimSupervision or Kind.Supervision or Kind.Fao or Kind.ChildAssessment
        && !(Written.Day(order.EndsOn) < day)
        && (order.MovesBy == default || string.IsNullOrWhiteSpace(order.MovesByDocument));
}
