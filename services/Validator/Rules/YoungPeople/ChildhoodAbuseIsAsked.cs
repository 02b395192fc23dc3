using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.YoungPeople;

/// <summary>IS-504. Many young people who are hurt, or who hurt, learned at home what a couple is. Asked of both, as a need and not as an excuse.</summary>
internal sealed class ChildhoodAbuseIsAsked : Rule
{
    public override RuleCard Card { get; } = new("IS-504", RuleGroup.YoungPeople, Severity.Warn)
    {
        Message = "Did {person} live with domestic abuse growing up? Answer yes, no or not known, and how you know.",
        Remedy = "\"Not known\" is an answer.",
        Source = "L10",
    };

    internal override void Judge(Case c, Findings found)
    {
        var asked = new HashSet<string>();
        foreach (var relationship in c.Transfer.Relationships)
        {
            if (!Couples.IsAbusive(relationship) || (IsGrown(c, relationship.A) && IsGrown(c, relationship.B))) continue;
            foreach (var one in Couples.Both(relationship))
            {
                if (c.People.Find(one) is not { } person || !asked.Add(one) || c.Assessments.Any(one, static written => written.ChildhoodDaExposure is { Answer: not YesNo.Unspecified })) continue;
                if (c.People.AgeOf(person) is not { } age) found.Undecided($"persons[{one}].date_of_birth");
                else if (age < 18) found.Fire(c.Assessments.FieldOf(one, "childhood_da_exposure"), ("person", one));
            }
        }
    }

    private static bool IsGrown(Case c, string one) => c.People.Find(one) is { } person && c.People.AgeOf(person) >= 18;
}
