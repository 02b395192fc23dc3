using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.ForcedMarriage;

/// <summary>IS-601. A visit by one agency alone can be the warning that moves a wedding forward. Police and social care speak first, before anybody acts.</summary>
internal sealed class ForcedMarriageIsWorkedJointly : Rule
{
    public override RuleCard Card { get; } = new("IS-601", RuleGroup.Safety, Severity.Refuse)
    {
        Message = "Forced marriage needs joint work with police at the start. Record the strategy discussion before handing over.",
        Remedy = "Ring the police forced marriage lead now; write who and when.",
        Source = "L16; statutory FM guidance",
        Owed = TransferKinds.Alerts,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Transfer.ForcedMarriage is not { Suspected.Count: > 0 } marriage) return;
        if (marriage.JointContact is not { } contact || contact.Police.IsBlank() || contact.SocialCare.IsBlank() || contact.At is null)
            found.Fire("forced_marriage.joint_contact", ("person", Refs.Join(marriage.Suspected)));
    }
}
