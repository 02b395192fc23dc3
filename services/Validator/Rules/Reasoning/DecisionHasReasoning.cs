using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Words;

namespace InfoSharing.Validator.Rules.Reasoning;

/// <summary>IS-102. The receiving area needs to know why, or it starts the case again. Length proves nothing, so a short reasoning only asks once.</summary>
internal sealed class DecisionHasReasoning : Rule
{
    private const double Restated = 0.9;

    public override RuleCard Card { get; } = new("IS-102", RuleGroup.Reasoning, Severity.Refuse)
    {
        Message = "This decision has no reasoning. The receiving area needs to know why, not only what: "
            + "what you weighed, what evidence you relied on, what would change your mind.",
        Variants = new Dictionary<string, string>
        {
            ["short"] = "This is short. Would a worker who has never met {child} know what you weighed and what would change your mind? If yes, carry on.",
        },
        Remedy = "Write what you weighed. For another area's decision, mark it inherited and say whom you asked.",
        Source = "L15, L25; DfE Information sharing advice 2024 [K wording]; practice 6",
    };

    internal override void Judge(Case c, Findings found)
    {
        var enough = c.Threshold("IS-102", "words", 25);
        for (var i = 0; i < c.Transfer.Decisions.Count; i++)
        {
            var decision = c.Transfer.Decisions[i];
            if (!c.Decisions.IsKey(decision) || Decisions.IsInheritedWithoutReasons(decision)) continue;
            var field = Field.Of("decisions", decision.Item, i) + ".reasoning";
            if (SaysNothing(c, decision)) found.Fire(field);
            else if (c.WordsOf(decision.Reasoning).Count < enough) FireShort(c, found, decision, field);
        }
    }

    private static bool SaysNothing(Case c, Decision decision) =>
        TokenStatement.IsToken(decision.Reasoning) || RestatesOutcome(c, decision) || IsAnothers(c, decision);

    private static bool RestatesOutcome(Case c, Decision decision)
    {
        HashSet<ulong> what = decision.Outcome.IsBlank() ? [] : ContentWords.Of(c.WordsOf(decision.Outcome));
        // So many different words cannot all but a tenth be among those of the outcome.
        var tooMany = (int)(what.Count / Restated) + 1;
        var why = ContentWords.Of(c.WordsOf(decision.Reasoning), tooMany);
        if (why.Count == 0) return true;
        return why.Count < tooMany && why.Count(what.Contains) >= Restated * why.Count;
    }

    // A decision that it replaces may have had the same reasons.
    private static bool IsAnothers(Case c, Decision decision)
    {
        var words = c.WordsOf(decision.Reasoning);
        foreach (var other in c.Decisions.Standing)
            if (!ReferenceEquals(other, decision) && !other.Reasoning.IsBlank() && AreSame(words, c.WordsOf(other.Reasoning))) return true;
        return false;
    }

    private static bool AreSame(WordList some, WordList others)
    {
        if (some.Count != others.Count) return false;
        for (var i = 0; i < some.Count; i++)
            if (some[i].Key != others[i].Key) return false;
        return true;
    }

    private static void FireShort(Case c, Findings found, Decision decision, string field)
    {
        IEnumerable<string> children = decision.Children.Count > 0 ? decision.Children : c.People.Moving.Select(child => child.Ref);
        var named = string.Join(',', children.Where(child => !child.IsBlank()).Distinct().Order(StringComparer.Ordinal));
        if (named.Length > 0) found.Fire(Severity.Warn, field, "short", false, ("child", named));
        else found.Fire(Severity.Warn, field, "short", false);
    }
}
