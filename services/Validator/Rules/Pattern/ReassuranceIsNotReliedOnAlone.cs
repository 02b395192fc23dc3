using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Direction = InfoSharing.V1.Decision.Types.RiskDirection;
using Reliance = InfoSharing.V1.Claim.Types.Reliance;

namespace InfoSharing.Validator.Rules.Pattern;

/// <summary>IS-305. Someone living with control may not be safe to say that contact goes on. Asked of reassuring accounts alone: a disclosure of harm is never doubted here.</summary>
internal sealed class ReassuranceIsNotReliedOnAlone : Rule
{
    public override RuleCard Card { get; } = new("IS-305", RuleGroup.Pattern, Severity.Refuse)
    {
        Message = "Risk was lowered on an account that no one has been able to check. Someone living with control may not be safe to say that contact goes on. "
            + "Add what else you know, or keep the risk where it was.",
        Variants = new Dictionary<string, string>
        {
            ["not_lowered"] = "No one has been able to check this account. Add what else you know, or record that no decision rests on it.",
        },
        Remedy = "Link what supports it, choose \"not relied on\", or raise the risk again. The account itself stays as told.",
        Source = "L5; practice 17, 25",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        var alone = RestedOnAlone(c);
        for (var i = 0; i < c.Transfer.Claims.Count; i++)
        {
            var claim = c.Transfer.Claims[i];
            if (!IsUncheckedReassurance(claim)) continue;
            var field = Field.Of("claims", claim.Item, i) + ".corroboration";
            if (claim.Item is { } item && alone.Contains(item.Id)) found.Fire(field);
            else if (claim.Reliance == Reliance.NotReliedOn) continue;
            else if (c.People.CausesHarm(claim.ToldBy)) found.Fire(Severity.Refuse, field, "not_lowered", false);
            else found.Fire(Severity.Warn, field, "not_lowered", true);
        }
    }

    // The accounts on which risk was lowered, with nothing beside them but other accounts of the kind.
    private static HashSet<string> RestedOnAlone(Case c)
    {
        HashSet<string> accounts = [.. c.Transfer.Claims.Where(IsUncheckedReassurance).Select(claim => claim.Item?.Id ?? "").Where(id => id.Length > 0)];
        var alone = new HashSet<string>();
        foreach (var decision in c.Decisions.Standing)
        {
            if (decision.RiskDirection is Direction.Lowered or Direction.Closed && decision.EvidenceRefs.All(accounts.Contains))
                alone.UnionWith(decision.EvidenceRefs);
        }
        return alone;
    }

    private static bool IsUncheckedReassurance(Claim claim) =>
        claim is
        {
            Effect: Claim.Types.Effect.Reassuring,
            SourceType: Claim.Types.SourceType.ToldUs,
            Corroboration: Claim.Types.Corroboration.None,
        };
}
