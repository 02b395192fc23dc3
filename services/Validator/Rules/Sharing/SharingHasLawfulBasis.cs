using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>IS-801. The basis is the organisation's decision, not a question for a practitioner at 17:55.</summary>
internal sealed class SharingHasLawfulBasis : Rule
{
    public override RuleCard Card { get; } = new("IS-801", RuleGroup.Sharing, Severity.Warn)
    {
        Message = "Shared to protect {child}; you do not need consent for this. The basis is missing from your agency's settings: your IG lead has been told.",
        Remedy = "Choose one, or leave it to the IG lead.",
        Source = "L25; DfE advice 2024; practice 18",
        MayRise = true,
    };

    // It may rise only where the agency's own setting is missing: where there is one, it has filled the basis and nothing fires.
    internal override void Judge(Case c, Findings found)
    {
        if (c.LawfulBasis.Basis != default) return;
        if (c.People.Moving.Count == 0) found.Fire("lawful_basis.basis");
        else found.Fire("lawful_basis.basis", ("child", Refs.Join(c.People.Moving)));
        // Offline the file is all there is; the agency's setting may fill it.
        if (c.Context.Agencies is null) found.CannotTell();
    }
}
