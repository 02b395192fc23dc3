using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Communication = InfoSharing.V1.Person.Types.Communication;

namespace InfoSharing.Validator.Rules.EachChild;

/// <summary>IS-405. Reviews ask first what a day was like for the child, and who saw them without the adults whom they feared.</summary>
internal sealed class ChildIsHeardOrSeen : Rule
{
    private const int OldEnough = 3;

    public override RuleCard Card { get; } = new("IS-405", RuleGroup.EachChild, Severity.Warn)
    {
        Message = "What does {child} say, in their words? When were they last seen alone? If that is not possible, what did you see?",
        Variants = new Dictionary<string, string> { ["day"] = "What is a day like for {child}? What did you see between {child} and each carer, and when?" },
        Remedy = "Their words, or what you saw.",
        Source = "S4, S5, S12, L23; practice 20",
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var child in c.People.Moving)
        {
            if (People.IsUnborn(child) || c.Assessments.Any(child.Ref, static one => OwnAssessment.IsPromised(one.NotAssessed))) continue;
            var speaks = child.Communication is Communication.Unspecified or Communication.Speaks;
            var age = c.People.AgeOf(child);
            if (speaks && age is null)
            {
                if (NotHeard(c, child.Ref) is not null || NotSeen(c, child.Ref) is not null) found.Undecided($"persons[{child.Ref}].date_of_birth");
            }
            else if (speaks && age >= OldEnough)
            {
                if (NotHeard(c, child.Ref) is { } missing) found.Fire(c.Assessments.FieldOf(child.Ref, missing), ("child", child.Ref));
            }
            else if (NotSeen(c, child.Ref) is { } missing)
                found.Fire(Severity.Warn, c.Assessments.FieldOf(child.Ref, missing), "day", false, ("child", child.Ref));
        }
    }

    private static string? NotHeard(Case c, string child) =>
        !c.Assessments.Any(child, static one => !one.Voice.IsBlank()) ? "voice"
        : !c.Assessments.Any(child, static one => !one.SeenAloneOn.IsBlank() || !one.NotAloneBecause.IsBlank()) ? "seen_alone_on"
        : null;

    private static string? NotSeen(Case c, string child) =>
        !c.Assessments.Any(child, static one => !one.DayLike.IsBlank()) ? "day_like"
        : !c.Assessments.Any(child, static one => one.SeenWith.Any(static seen => !seen.Carer.IsBlank() || !seen.What.IsBlank())) ? "seen_with"
        : null;
}
