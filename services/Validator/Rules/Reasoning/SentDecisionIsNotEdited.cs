using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Reasoning;

/// <summary>IS-109. What was sent is what the receiver read. A decision that changes under the same id makes two truths of one; how it may be shared may change.</summary>
internal sealed class SentDecisionIsNotEdited : Rule
{
    public override RuleCard Card { get; } = new("IS-109", RuleGroup.Reasoning, Severity.Warn)
    {
        Message = "Decisions are not edited after sending. Add a new decision that replaces this one.",
        Remedy = "Restore the old text; add the new decision.",
        Source = "S2, S3; inspection trail",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Flow is not { } flow)
        {
            if (c.IsOffline) found.CannotTell();
            return;
        }
        foreach (var sent in flow.PreviousVersion?.Decisions ?? [])
        {
            if (sent.Item is not { } item || item.Id.IsBlank()) continue;
            var now = c.Transfer.Decisions.FirstOrDefault(decision => decision.Item?.Id == item.Id);
            if (now is not null && IsSame(sent, now)) continue;
            if (!c.Transfer.Decisions.Any(decision => decision.Replaces == item.Id && !ReferenceEquals(decision, now)))
                found.Fire(now is null ? "decisions" : $"decisions[{item.Id}]");
        }
    }

    private static bool IsSame(Decision sent, Decision now)
    {
        var (one, other) = (sent.Clone(), now.Clone());
        one.Item = other.Item = null;
        return one.Equals(other);
    }
}
