using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-901. The request starts the clock and goes whatever is missing. It is the conference that cannot decide without the papers.</summary>
internal sealed class ConferenceHasItsPapers : Rule
{
    public override RuleCard Card { get; } = new("IS-901", RuleGroup.Moves, Severity.Warn)
    {
        Message = "Still needed before the conference can accept {child}: {list}. The request has gone and the 15 working days are running.",
        Remedy = "Send what you hold; say what is not held and who was asked.",
        Source = "L15, L25; Norfolk SCP 3.8; practice 3",
        Applies = TransferKinds.CpTransferIn,
        Owed = TransferKinds.CpTransferIn,
        OwedWithin = Within.FiveWorkingDays,
        Acts = ActKinds.Acceptance,
        Overridable = false,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var child in c.People.Moving)
            if (ConferencePapers.IsOnPlan(c.Transfer, child.Ref)) Fire(c, found, child.Ref, Severity.Warn);
    }

    // At the conference: only those whom it would accept are asked about.
    internal override void JudgeAct(Case c, IMessage act, Findings found)
    {
        if (act is not Accepted accepted || c.Kinds != TransferKinds.CpTransferIn) return;
        foreach (var child in accepted.Children.Distinct())
            if (c.People.IsMoving(child) && ConferencePapers.IsOnPlan(c.Transfer, child)) Fire(c, found, child, Severity.Refuse);
    }

    private static void Fire(Case c, Findings found, string child, Severity severity)
    {
        var missing = ConferencePapers.MissingFor(c, child);
        if (missing.Count > 0) found.Fire(severity, "documents", "", false, ("child", child), ("list", string.Join(',', missing)));
    }
}
