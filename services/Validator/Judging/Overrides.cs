using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Words;
using Why = InfoSharing.V1.OverrideNotTaken.Types.Why;

namespace InfoSharing.Validator.Judging;

/// <summary>
/// A manager's override of a completeness rule: in any urgency, with a reason that is judged as IS-102 judges a decision's,
/// and a date by which it will be put right. Out of hours the practitioner names the manager spoken to, with role and time, and
/// that manager confirms by the end of the next working day: an override that nobody confirmed answers nothing after it.
/// That a manager is one is the signed-in identity's to prove, where the act is recorded.
/// </summary>
internal static class Overrides
{
    /// <summary>The position of the override that answers a finding; -1 where none does.</summary>
    internal static int Find(Case c, Finding finding, RuleCard card)
    {
        if (finding.Severity != Severity.Refuse || !card.MayBeOverridden(finding)) return -1;
        for (var i = 0; i < c.Transfer.Overrides.Count; i++)
        {
            var one = c.Transfer.Overrides[i];
            if (Names(one, finding) && FaultOf(c, one, card) == Why.Unspecified) return i;
        }
        return -1;
    }

    /// <summary>The overrides that answer nothing, and why each does not.</summary>
    internal static IEnumerable<OverrideNotTaken> NotTaken(Case c, RuleSet set, IReadOnlyCollection<Finding> findings)
    {
        for (var i = 0; i < c.Transfer.Overrides.Count; i++)
        {
            var one = c.Transfer.Overrides[i];
            var card = set.Find(one.RuleId)?.Card;
            var why = FaultOf(c, one, card);
            if (why == Why.Unspecified) why = AnswerOf(card!, [.. findings.Where(finding => finding.Severity == Severity.Refuse && Names(one, finding))]);
            if (why != Why.Unspecified) yield return new() { Override = Field(i), RuleId = one.RuleId, Why = why };
        }
    }

    /// <summary>The day by which a manager who was only spoken to confirms it; null where nobody has to, or somebody has.</summary>
    internal static DateOnly? ToConfirmBy(Case c, Override one) =>
        IsByManager(one) || one.ConfirmedAt is not null || one.SpokenAt is null
            ? null
            : WorkingDays.Add(London.DayOf(one.SpokenAt.ToDateTimeOffset()), 1, c.Transfer.From?.Country ?? default);

    /// <summary>Where an override stands.</summary>
    internal static string Field(int position) => $"overrides[{position}]";

    private static Why AnswerOf(RuleCard card, List<Finding> named)
    {
        if (named.Exists(card.MayBeOverridden)) return Why.Unspecified;
        return card.Overridable ? Why.NothingToOverride : Why.NeverOverridden;
    }

    private static bool Names(Override one, Finding finding) => one.RuleId == finding.RuleId && (one.Field.Length == 0 || one.Field == finding.Field);

    private static Why FaultOf(Case c, Override one, RuleCard? card)
    {
        if (card is null) return Why.UnknownRule;
        if (card is { Overridable: false, OverridableWhere: null }) return Why.NeverOverridden;
        if (TokenStatement.IsToken(one.Reason)) return Why.NoReason;
        if (!IsByManager(one) && !IsSpoken(one)) return Why.NoManager;
        var made = London.DayOf((IsByManager(one) ? one.At : one.SpokenAt).ToDateTimeOffset());
        if (Days.Parse(one.RightBy) is not { } rightBy || rightBy < made) return Why.NoDate;
        return ToConfirmBy(c, one) is { } by && c.Context.At > London.EndOf(by) ? Why.NotConfirmed : Why.Unspecified;
    }

    // A name alone does not say that it is a manager, nor a role alone who: both, and when.
    private static bool IsByManager(Override one) => IsNamed(one.By) && one.At is not null;

    private static bool IsSpoken(Override one) => IsNamed(one.SpokenTo) && one.SpokenAt is not null;

    private static bool IsNamed(Who? who) => who is not null && !who.Name.IsBlank() && !who.Role.IsBlank();
}
