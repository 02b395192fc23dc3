using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.EachChild;

/// <summary>IS-407. A child in the next room is not a witness. Asked whatever factor was ticked: what it was like for the child is what no code says.</summary>
internal sealed class ChildLivingWithAbuseIsSeenAsVictim : Rule
{
    public override RuleCard Card { get; } = new("IS-407", RuleGroup.EachChild, Severity.Warn)
    {
        Message = "Under the Domestic Abuse Act 2021 s3 a child who sees, hears or experiences the effects of the abuse, and is related to the victim or the abuser, is a victim. "
            + "Say what it has been like for {child}.",
        Remedy = "Write it from the child's side.",
        Source = "S4; DA Act 2021 s.3 via Solihull, NE trixonline; practice 21",
    };

    internal override void Judge(Case c, Findings found)
    {
        if (!c.Abuse.Domestic) return;
        foreach (var child in c.People.Moving)
            if (!People.IsUnborn(child) && !c.Assessments.Any(child.Ref, static one => !one.DaExperience.IsBlank()))
                found.Fire(c.Assessments.FieldOf(child.Ref, "da_experience"), ("child", child.Ref));
    }
}
