using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Type = InfoSharing.V1.Decision.Types.Type;

namespace InfoSharing.Validator.Rules.Reasoning;

/// <summary>IS-105. "No further action" over a worry that nobody answered is how a child is lost from sight. Answered means linked: words are not searched.</summary>
internal sealed class ClosureAnswersOpenConcerns : Rule
{
    public override RuleCard Card { get; } = new("IS-105", RuleGroup.Reasoning, Severity.Warn)
    {
        Message = "An open concern about {child} is not addressed by the decision to take no further action.",
        Remedy = "Say in the decision how you weighed it, and link it.",
        Source = "L3, L15, L25; practice 25",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        Claim[] open = [.. c.Transfer.Claims.Where(IsOpenConcern)];
        for (var i = 0; open.Length > 0 && i < c.Transfer.Decisions.Count; i++)
        {
            var decision = c.Transfer.Decisions[i];
            if (decision.Type is not (Type.Nfa or Type.Closure) || c.Decisions.IsReplaced(decision)) continue;
            Claim[] unanswered = [.. open.Where(claim => claim.Item is not { } item || !decision.AnswersClaimRefs.Contains(item.Id))];
            foreach (var child in decision.Children.Distinct())
            {
                var claims = unanswered.Where(claim => claim.About.Contains(child)).Select(claim => claim.Item?.Id ?? "").Order(StringComparer.Ordinal).ToArray();
                if (claims.Length > 0)
                    found.Fire(Field.Of("decisions", decision.Item, i) + ".answers_claim_refs", ("child", child), ("claims", string.Join(',', claims)));
            }
        }
    }

    private static bool IsOpenConcern(Claim claim) =>
        claim is { Status: Claim.Types.Status.Open, Effect: Claim.Types.Effect.Concerning }
        && (claim.Risk == RiskLevel.High || claim.Corroboration == Claim.Types.Corroboration.Contradicted);
}
