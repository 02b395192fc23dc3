using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>IS-808. Not to share is a decision about a child too. Off until a setting says that the new duty is in force.</summary>
internal sealed class NotSharingSaysWhy : Rule
{
    public override RuleCard Card { get; } = new("IS-808", RuleGroup.Sharing, Severity.Warn)
    {
        Message = "If sharing would harm {child} more than not sharing, record why.",
        Remedy = "One sentence.",
        Source = "L25; CA 2004 s.16LA(3)",
        Acts = ActKinds.InformationReply,
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Transfer.NotShared.Count == 0 || !NewDuty.IsInForce(c.Context.Settings, c.Day)) return;
        for (var i = 0; i < c.Transfer.NotShared.Count; i++)
            if (c.Transfer.NotShared[i].DetrimentReason.IsBlank())
                found.FireWith(Field.Of("not_shared", c.Transfer.NotShared[i].Item, i) + ".detriment_reason", ("child", Refs.Join(c.People.Moving)));
    }

    internal override void JudgeAct(Case c, IMessage act, Findings found)
    {
        if (act is InformationReply { Declined: true } reply && reply.DetrimentReason.IsBlank() && NewDuty.IsInForce(c.Context.Settings, c.Day)) found.Fire("detriment_reason");
    }
}
