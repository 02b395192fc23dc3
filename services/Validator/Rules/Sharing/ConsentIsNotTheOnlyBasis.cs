using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>IS-802. A form that asks for consent teaches that without it nothing may be said.</summary>
internal sealed class ConsentIsNotTheOnlyBasis : Rule
{
    public override RuleCard Card { get; } = new("IS-802", RuleGroup.Sharing, Severity.Warn)
    {
        Message = "Consent is rarely the basis for safeguarding, and you do not need it where a child may be suffering or likely to suffer significant harm. "
            + "Below that, work with the family's agreement unless asking is unsafe: record which.",
        Remedy = "Choose another basis, or record the agreement.",
        Source = "L25; DfE advice 2024 (restated by Anthony Collins, Newcastle); practice 18",
        Applies = TransferKinds.All,
        SpeaksOfWhatIsThere = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        var basis = c.LawfulBasis;
        if (basis.Basis == LawfulBasis.Types.Basis.Consent && basis.FamilyAgreement == default) found.Fire("lawful_basis.family_agreement");
    }
}
