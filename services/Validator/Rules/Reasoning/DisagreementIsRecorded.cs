using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Reasoning;

/// <summary>IS-107. A partner who disagreed may have seen what the others did not; the next area finds out too late, and from the wrong side.</summary>
internal sealed class DisagreementIsRecorded : Rule
{
    public override RuleCard Card { get; } = new("IS-107", RuleGroup.Reasoning, Severity.Warn)
    {
        Message = "A partner disagreed. Record their view; the receiving area should not discover it later.",
        Remedy = "Add who disagreed and what they think.",
        Source = "L15, L25; Professional difference statement, Pan Sussex",
    };

    internal override void Judge(Case c, Findings found)
    {
        for (var i = 0; i < c.Transfer.Chronology.Count; i++)
        {
            var entry = c.Transfer.Chronology[i];
            if (entry.Kind != ChronologyEntry.Types.Kind.Disagreement) continue;
            var silent = entry.Persons.Where(child => IsDecidedWithoutDissent(c.Transfer, child)).ToList();
            if (silent.Count > 0) found.Fire(Field.Of("chronology", entry.Item, i), ("child", Refs.Join(silent)));
        }
    }

    private static bool IsDecidedWithoutDissent(Transfer transfer, string child)
    {
        var decided = false;
        foreach (var decision in transfer.Decisions)
        {
            if (!decision.Children.Contains(child)) continue;
            if (decision.Dissent.Any(one => !one.View.IsBlank())) return false;
            decided = true;
        }
        return decided;
    }
}
