using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>IS-810. To say of somebody that they were adopted, or born under another sex, can be the harm itself. The rest of the message goes.</summary>
internal sealed class RestrictedItemStaysUnlessNamed : Rule
{
    public override RuleCard Card { get; } = new("IS-810", RuleGroup.Sharing, Severity.Withhold)
    {
        Message = "This is {class}. It stays with you unless you say who needs it and why.",
        Remedy = "Name the recipient and the need. Gender history, adoption and protected persons also need the Caldicott Guardian or IG lead.",
        Source = "L25; GRA 2004 s22 [V]; PCSE [V]; SOCPA 2005 s86 [K]; practice 10",
        Applies = TransferKinds.All,
        Overridable = false,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var cut in c.Withholding.ForAll())
            if (cut.RuleId == Card.Id) found.Fire(cut.Place.ToString(), ("class", cut.Class));
    }
}
