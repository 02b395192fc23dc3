using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.EachChild;

/// <summary>IS-401. One family paragraph hides the child who is worst off. Only the children who move are asked about: a half-brother nobody has met cannot be assessed.</summary>
internal sealed class EachChildHasOwnAssessment : Rule
{
    public override RuleCard Card { get; } = new("IS-401", RuleGroup.EachChild, Severity.Refuse)
    {
        Message = "{child} has no assessment of their own. If you have not been able to make one, say why and who will.",
        Remedy = "Write their needs and risks, or why not and who will by when.",
        Source = "S4, L7, L23; practice 7",
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var child in c.People.Moving)
            if (YoungParent.Is(child, c.People) != true && !OwnAssessment.IsAnswered(c.Transfer, child.Ref))
                found.Fire("child_assessments", ("child", child.Ref));
    }
}
