using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Fmpo = InfoSharing.V1.ForcedMarriage.Types.Fmpo;

namespace InfoSharing.Validator.Rules.ForcedMarriage;

/// <summary>IS-604. An order that nobody at the new station can read protects nobody. What is not known does not hold it back: the court can be asked.</summary>
internal sealed class ProtectionOrderCanBeEnforced : Rule
{
    public override RuleCard Card { get; } = new("IS-604", RuleGroup.Safety, Severity.Warn)
    {
        Message = "Police can enforce this order better with its terms. Missing: {list}. Attach the order, or say which court to ask.",
        Remedy = "Attach it, or write which court to ask.",
        Source = "L19; practice 21",
        Owed = TransferKinds.HandOvers,
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        var orders = c.Transfer.ForcedMarriage?.Fmpos ?? [];
        for (var i = 0; i < orders.Count; i++)
        {
            var order = orders[i];
            if (!order.Ask.IsBlank() || !MayBeInForce(order, c.Abuse.Moved)) continue;
            var missing = MissingOf(order);
            if (missing.Length == 0) continue;
            var field = Field.Of("forced_marriage.fmpos", order.Item, i);
            found.Fire(Severity.Warn, field, "", order.SupportEnding, ("person", order.Protected), ("list", string.Join(',', missing)));
        }
    }

    // An order whose end nobody wrote down may be in force: its end is the first thing missing.
    private static bool MayBeInForce(Fmpo order, DateOnly moved) =>
        Abuse.IsInForce(order, moved) || (order.EndedOn.IsBlank() && order.ExpiresOn.IsBlank());

    private static string[] MissingOf(Fmpo order)
    {
        (string Field, bool IsBlank)[] all =
        [
            ("court", order.Court.IsBlank()),
            ("number", order.Number.IsBlank()),
            ("made_on", order.MadeOn.IsBlank()),
            ("expires_on", order.ExpiresOn.IsBlank() && !order.UntilFurtherOrder),
            ("protected", order.Protected.IsBlank()),
            ("respondents", order.Respondents.All(one => one.IsBlank())),
            ("terms", order.Terms.IsBlank()),
        ];
        return [.. all.Where(one => one.IsBlank).Select(one => one.Field)];
    }
}
