using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>IS-816. The address of a refuge is worth more to the person searching than all else in the file. Nobody needs it written: the new worker rings.</summary>
internal sealed class RefugeAddressIsNotCarried : Rule
{
    public override RuleCard Card { get; } = new("IS-816", RuleGroup.Sharing, Severity.Withhold)
    {
        Message = "This looks like a refuge address. We have not sent it. Give the refuge's PO box or duty number; the new worker will ring.",
        Remedy = "Fill PO box or duty number.",
        Source = "S10, L20; Guardian/Observer Aug 2022, HL 10 Mar 2021 [V]; practice 8",
        Applies = TransferKinds.All,
        Overridable = false,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var cut in c.Withholding.ForAll())
            if (cut.RuleId == Card.Id) found.Fire(cut.Place.ToString());
    }
}
