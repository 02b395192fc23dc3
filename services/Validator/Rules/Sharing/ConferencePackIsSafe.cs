using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Views;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>IS-817. A conference pack is handed to parents, also to the one of whom the others are afraid. The transfer is not touched.</summary>
internal sealed class ConferencePackIsSafe : Rule
{
    public override RuleCard Card { get; } = new("IS-817", RuleGroup.Sharing, Severity.Refuse)
    {
        Message = "This pack would give {person} {what}. Take it out or hold a split conference.",
        Remedy = "Take it out; the transfer is not touched.",
        Source = "L20, L27; practice 8",
        Applies = TransferKinds.None,
        Acts = ActKinds.ConferencePack,
        Overridable = false,
    };

    internal override void Judge(Case c, Findings found)
    {
        // A transfer is no pack.
    }

    internal override void JudgeAct(Case c, IMessage act, Findings found)
    {
        if (act is not ConferencePack pack) return;
        var readers = Refs.Join(pack.GivenTo);
        foreach (var unsafeOne in PackContents.UnsafeIn(pack, c.Transfer))
            found.FireWith($"items[{unsafeOne.Index}]", ("person", readers), ("what", unsafeOne.What));
    }
}
