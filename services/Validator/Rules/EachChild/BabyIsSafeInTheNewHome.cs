using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.EachChild;

/// <summary>IS-410. A baby who cannot move cannot bruise alone. Somebody new in the home is what reviews find last.</summary>
internal sealed class BabyIsSafeInTheNewHome : Rule
{
    private const int TooOld = 2;

    public override RuleCard Card { get; } = new("IS-410", RuleGroup.EachChild, Severity.Warn)
    {
        Message = "Is there any injury, crying, feeding or safe-sleep worry about {child}? Who lives in or stays at the new home?",
        Remedy = "\"No worry seen on {date}\" is an answer.",
        Source = "S4, S5; practice 20",
    };

    internal override void Judge(Case c, Findings found)
    {
        if (!c.Abuse.Domestic) return;
        foreach (var child in c.People.Moving)
        {
            if (People.IsUnborn(child) || c.People.AgeOf(child) >= TooOld || IsAnswered(c, child.Ref)) continue;
            if (c.People.AgeOf(child) is null) found.Undecided($"persons[{child.Ref}].date_of_birth");
            else found.Fire(c.Assessments.FieldOf(child.Ref, "baby"), ("child", child.Ref));
        }
    }

    private static bool IsAnswered(Case c, string child) =>
        c.Assessments.Any(child, static one => !(one.Baby?.Injury).IsBlank())
        && c.Assessments.Any(child, static one => !(one.Baby?.CryingFeedingSleep).IsBlank())
        && c.Assessments.Any(child, static one => !(one.Baby?.WhoAtHome).IsBlank());
}
