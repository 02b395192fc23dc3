using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.EachChild;

/// <summary>IS-408. A mother who moves at thirty weeks may meet a hospital that does not expect her. No NHS number is asked for, and the expected day is never a birth date.</summary>
internal sealed class UnbornChildIsExpected : Rule
{
    private const int Term = 40;

    public override RuleCard Card { get; } = new("IS-408", RuleGroup.EachChild, Severity.Warn)
    {
        Message = "{child} is due on {date}. Who is expecting this baby at the hospital, and what must happen at birth? Missing: {list}.",
        Remedy = "\"Unbooked\" and \"not known\" are answers. No NHS number is asked for.",
        Source = "S4; practice 20",
        Owed = TransferKinds.All,
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var child in c.People.Moving)
        {
            if (!People.IsUnborn(child) || c.Assessments.Any(child.Ref, static one => UnbornChild.IsLinked(one.Unborn))) continue;
            var missing = UnbornChild.MissingOf(c, child);
            if (missing.Count == 0 || SeverityOf(c, child) is not { } severity) continue;
            var field = missing is ["expected_on"] ? $"persons[{child.Ref}].expected_on" : c.Assessments.FieldOf(child.Ref, "unborn");
            found.Fire(severity, field, "", c.Kinds == TransferKinds.CpTransferIn, ("child", child.Ref), ("list", string.Join(',', missing)));
        }
    }

    // By how many weeks along it is; without an expected day, that day is the first thing missing.
    private static Severity? SeverityOf(Case c, Person child)
    {
        if (Days.Parse(child.ExpectedOn) is not { } expected) return Severity.Warn;
        var along = c.Day.DayNumber - expected.AddDays(-7 * Term).DayNumber;
        if (along >= 7 * c.Threshold("IS-408", "escalate_weeks", 32)) return Severity.Escalate;
        return along >= 7 * c.Threshold("IS-408", "warn_weeks", 20) ? Severity.Warn : null;
    }
}
