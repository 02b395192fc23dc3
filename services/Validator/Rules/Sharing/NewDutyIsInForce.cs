using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>IS-807. A duty that Parliament has passed is not yet in force; a basis that does not exist on the day is none.</summary>
internal sealed class NewDutyIsInForce : Rule
{
    public override RuleCard Card { get; } = new("IS-807", RuleGroup.Sharing, Severity.Warn)
    {
        Message = "The new duty to share is not in force yet in this system's settings. Choose the current basis.",
        Remedy = "Choose another basis.",
        Source = "L25; CWS Act 2026 ss.4, 78",
        Applies = TransferKinds.All,
        SpeaksOfWhatIsThere = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.LawfulBasis.Basis == LawfulBasis.Types.Basis.Ca2004S16La && !NewDuty.IsInForce(c.Context.Settings, c.Day)) found.Fire("lawful_basis.basis");
    }
}
