using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Words;

namespace InfoSharing.Validator.Judging;

/// <summary>
/// A manager's override of a completeness rule: in any urgency, with a reason that is judged as IS-102 judges a decision's,
/// and a date by which it will be put right. Out of hours the practitioner names the manager spoken to instead.
/// </summary>
internal static class Overrides
{
    /// <summary>The position of the override that answers a finding; -1 where none does.</summary>
    internal static int Find(Transfer transfer, Finding finding, RuleCard card)
    {
        if (finding.Severity != Severity.Refuse || !(card.Overridable || card.OverridableWhere?.Invoke(finding) == true)) return -1;
        for (var i = 0; i < transfer.Overrides.Count; i++)
        {
            var one = transfer.Overrides[i];
            if (one.RuleId == finding.RuleId && (one.Field.Length == 0 || one.Field == finding.Field) && IsComplete(one)) return i;
        }
        return -1;
    }

    private static bool IsComplete(Override one) =>
        !TokenStatement.IsToken(one.Reason)
        && Days.Parse(one.RightBy) is not null
        && ((!one.By.IsBlank() && one.At is not null) || (!one.SpokenTo.IsBlank() && one.SpokenAt is not null));
}
