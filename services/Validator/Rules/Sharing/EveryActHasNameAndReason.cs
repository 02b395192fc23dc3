using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Words;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>IS-809. Nobody can ask about an act that nobody did. An alert and a sending have their name and time from the signed-in identity.</summary>
internal sealed class EveryActHasNameAndReason : Rule
{
    public override RuleCard Card { get; } = new("IS-809", RuleGroup.Sharing, Severity.Refuse)
    {
        Message = "Nothing leaves without a name and reason.",
        Remedy = "Sign in; write why.",
        Source = "S2; DfE golden rule 7 [K]; practice 2",
        Applies = TransferKinds.None,
        Acts = ActKinds.Override | ActKinds.Release | ActKinds.BreakGlass,
        Overridable = false,
    };

    internal override void Judge(Case c, Findings found)
    {
        // A transfer is no such act.
    }

    internal override void JudgeAct(Case c, IMessage act, Findings found)
    {
        if (act is not Act done) return;
        if (done.Actor.IsBlank()) found.Fire("actor");
        if (done.Role.IsBlank()) found.Fire("role");
        if (done.At is null) found.Fire("at");
        if (TokenStatement.IsToken(done.Reason)) found.Fire("reason");
    }
}
