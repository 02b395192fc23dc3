using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Type = InfoSharing.V1.Plan.Types.Type;

namespace InfoSharing.Validator.Rules.EachChild;

/// <summary>IS-406. Inspectors praised plans that differ between brothers and sisters, where somebody could say why.</summary>
internal sealed class DifferentSiblingPlansAreReasoned : Rule
{
    public override RuleCard Card { get; } = new("IS-406", RuleGroup.EachChild, Severity.Warn)
    {
        Message = "Plans differ between {child} and {other child}. Good practice when reasoned; add the reason.",
        Remedy = "One sentence on the plan that differs.",
        Source = "L8, L23",
    };

    internal override void Judge(Case c, Findings found)
    {
        var moving = c.People.Moving;
        if (moving.Count < 2 || moving.All(child => TypesOf(c.Transfer, child.Ref) == TypesOf(c.Transfer, moving[0].Ref))) return;
        foreach (var siblings in Siblings.GroupsOf(c.Transfer, c.People))
        {
            var types = siblings.Select(child => TypesOf(c.Transfer, child.Ref)).ToList();
            if (types.TrueForAll(one => one == types[0])) continue;
            var reasoned = siblings.Any(child => c.Transfer.Plans.Any(plan => plan.Child == child.Ref && IsOpen(plan) && !plan.ReasonDiffers.IsBlank()));
            found.Fire(reasoned ? Severity.Advise : Severity.Warn, "plans", "", false, ("child", siblings[0].Ref), ("other_child", Refs.Join(siblings.Skip(1))));
        }
    }

    // A bit for each type. No plan counts as NONE.
    private static long TypesOf(Transfer transfer, string child)
    {
        var types = 0L;
        foreach (var plan in transfer.Plans)
            if (plan.Child == child && IsOpen(plan) && plan.Type != Type.None) types |= 1L << (int)plan.Type;
        return types;
    }

    private static bool IsOpen(Plan plan) => plan.Type != default && plan.EndedOn.IsBlank();
}
