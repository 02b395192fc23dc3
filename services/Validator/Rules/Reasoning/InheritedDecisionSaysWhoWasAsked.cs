using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Reasoning;

/// <summary>IS-110. Another area's reasons cannot be mended by us. Asked for them and told none, we say so: an invented reason is worse than none.</summary>
internal sealed class InheritedDecisionSaysWhoWasAsked : Rule
{
    public override RuleCard Card { get; } = new("IS-110", RuleGroup.Reasoning, Severity.Warn)
    {
        Message = "We do not know why {area} decided this. Say whom you asked, when, and how much weight you put on it.",
        Remedy = "Ask; write the date and what you assume meanwhile. Never invent their reasons.",
        Source = "L15, L25; practice 6",
    };

    internal override void Judge(Case c, Findings found)
    {
        for (var i = 0; i < c.Transfer.Decisions.Count; i++)
        {
            var decision = c.Transfer.Decisions[i];
            if (!Decisions.IsInheritedWithoutReasons(decision) || c.Decisions.IsReplaced(decision)) continue;
            var field = Field.Of("decisions", decision.Item, i) + ".reasoning_unknown";
            var severity = IsAsked(decision.ReasoningUnknown) ? Severity.Advise : Severity.Warn;
            var area = AreaOf(decision, c.Transfer);
            if (area.Length > 0) found.Fire(severity, field, "", false, ("area", area));
            else found.Fire(severity, field, "", false);
        }
    }

    private static bool IsAsked(Decision.Types.ReasoningUnknown unknown) =>
        !unknown.AskedOf.IsBlank() && !unknown.AskedOn.IsBlank() && !unknown.WhatWeAssume.IsBlank();

    // The agency whose record it is; else the one earlier area that is not the sender's.
    private static string AreaOf(Decision decision, Transfer transfer)
    {
        if (decision.Item?.Source is { } source && !source.Agency.IsBlank()) return source.Agency;
        string[] areas = [.. transfer.Moves.Select(move => move.AreaGss).Where(area => !area.IsBlank() && area != transfer.From?.AreaGss).Distinct()];
        return areas.Length == 1 ? areas[0] : "";
    }
}
