using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Pattern;

/// <summary>IS-308. A child who is not ready for therapy is seldom asked twice.</summary>
internal sealed class DeclinedTherapyIsOfferedAgain : Rule
{
    public override RuleCard Card { get; } = new("IS-308", RuleGroup.Pattern, Severity.Warn)
    {
        Message = "Not ready now is not never. When will it be offered to {child} again, and by whom?",
        Remedy = "Set a date and a name.",
        Source = "L12",
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        for (var i = 0; i < c.Transfer.Support.Count; i++)
        {
            var one = c.Transfer.Support[i];
            if (one is not { Type: Support.Types.Type.Therapeutic, Engagement: Support.Types.Engagement.Declined }) continue;
            if ((!one.ReofferOn.IsBlank() && !one.ReofferBy.IsBlank()) || c.People.Find(one.For) is not { } person) continue;
            if (c.People.AgeOf(person) is not { } age) found.Undecided($"persons[{person.Ref}].date_of_birth");
            else if (age < 18) found.Fire(Field.Of("support", one.Item, i) + (one.ReofferOn.IsBlank() ? ".reoffer_on" : ".reoffer_by"), ("child", person.Ref));
        }
    }
}
