using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.EachChild;

/// <summary>IS-409. A baby who was born in the move is in no list, and "unborn of" stays on the record for years. A person links the two, never a match.</summary>
internal sealed class BirthIsLinked : Rule
{
    public override RuleCard Card { get; } = new("IS-409", RuleGroup.EachChild, Severity.Advise)
    {
        Message = "No birth has been recorded. Link the baby to this record, or say what happened.",
        Remedy = "Link the baby yourself: nobody is linked because a name or a number looks alike.",
        Source = "S4; practice 20",
        Applies = TransferKinds.All,
    };

    internal override void Judge(Case c, Findings found)
    {
        var runs = false;
        foreach (var child in c.Transfer.Persons)
        {
            if (!People.IsUnborn(child) || Days.Parse(child.ExpectedOn) is not { } expected) continue;
            if (c.Assessments.Any(child.Ref, static one => UnbornChild.IsLinked(one.Unborn))) continue;
            var late = c.Today.DayNumber - expected.DayNumber;
            var isOver = late >= c.Threshold("IS-409", "days", 14);
            if (late >= 0) found.Fire(isOver ? Severity.Escalate : Severity.Advise, $"persons[{child.Ref}].expected_on", "", false, ("child", child.Ref));
            runs |= !isOver;
        }
        // Whether the day has come since sending, only a ledger can tell.
        if (runs && c.IsOffline) found.CannotTell();
    }
}
