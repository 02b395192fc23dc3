using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Moves;

/// <summary>IS-911. "Transferred to another authority" closes a case on paper. Whether the other one took it, only its answer says.</summary>
internal sealed class ClosureByTransferHasTaker : Rule
{
    private const string ToAnotherAuthority = "RC5";

    public override RuleCard Card { get; } = new("IS-911", RuleGroup.Moves, Severity.Warn)
    {
        Message = "RC5 says another authority took {child} over. No authority has accepted.",
        Remedy = "Keep the case, or change the reason.",
        Source = "L15; CIN code set",
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Context.Holdings is null)
        {
            found.CannotTell();
            return;
        }
        for (var i = 0; i < c.Transfer.Referrals.Count; i++)
        {
            var referral = c.Transfer.Referrals[i];
            if (referral.ClosureReason != ToAnotherAuthority) continue;
            var waiting = referral.Children.Where(child => !child.IsBlank() && !c.IsAccepted(child)).ToList();
            if (waiting.Count > 0 || referral.Children.Count == 0) found.FireWith(Field.Of("referrals", referral.Item, i) + ".closure_reason", ("child", Refs.Join(waiting)));
        }
    }
}
