using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Unit = InfoSharing.V1.Owed.Types.Unit;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>IS-820. A teacher who hears nothing does not ring a second time, or rings every day.</summary>
internal sealed class ReferrerIsTold : Rule
{
    private static readonly AreaClock Clock = new("referrer_told", Within.AWorkingDay, new(Unit.ElapsedHours, 24));

    public override RuleCard Card { get; } = new("IS-820", RuleGroup.Sharing, Severity.Escalate)
    {
        Message = "The person who referred has not been told what was decided. Tell them, or say why it is unsafe; ask them what they will do.",
        Remedy = "Ring or write; record who and when.",
        Source = "S1, L3, L14; practice 23",
        Applies = TransferKinds.None,
        Acts = ActKinds.MashDecision,
    };

    internal override void Judge(Case c, Findings found)
    {
        // A transfer is no decision of a hub.
    }

    internal override void JudgeAct(Case c, IMessage act, Findings found)
    {
        if (act is not MashDecision { DecidedAt: { } decided } hub || hub.ReferrerTold is { At: not null } || !(hub.ReferrerTold?.OrWhyNot).IsBlank()) return;
        var isRed = hub.BragHistory.Count > 0 && hub.BragHistory[^1].To == Transfer.Types.Brag.Red;
        if (c.Context.At > Clock.Due(c.Context.Settings, hub.ReferralFrom, isRed, decided.ToDateTimeOffset())) found.Fire("referrer_told");
    }
}
