using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.ForcedMarriage;

/// <summary>IS-612. Workers still treat sixteen as an age at which parents may agree. Since February 2023 it is a crime without any coercion.</summary>
internal sealed class MarriageAgeIsEighteen : Rule
{
    public override RuleCard Card { get; } = new("IS-612", RuleGroup.Safety, Severity.Advise)
    {
        Message = "Marriage age is 18 in England and Wales since February 2023; causing a child to marry is a crime without coercion.",
        Remedy = "Tell police.",
        Source = "L19; Marriage and Civil Partnership (Minimum Age) Act 2022 via Beds, W Midlands",
        Applies = TransferKinds.All,
        SpeaksOfWhatIsThere = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var one in c.Abuse.ForcedMarriagePersons)
        {
            if (c.People.Find(one) is not { } person) continue;
            if (c.People.AgeOf(person) is not { } age) found.Undecided($"persons[{one}].date_of_birth");
            else if (age < 18) found.Fire($"persons[{one}]", ("person", one));
        }
    }
}
