using InfoSharing.Kit.Reading;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Kit.Cases;

/// <summary>One transfer of the kit and the report that it must get.</summary>
/// <param name="Rule">The rule that it is about.</param>
/// <param name="Which">"bad" or "good".</param>
/// <param name="Example">The transfer, as of the kit's day, with what is known beside it.</param>
/// <param name="Expected">The report.</param>
public sealed record KitCase(Rule Rule, string Which, Example Example, Report Expected)
{
    /// <summary>"IS-102/bad".</summary>
    public string Name => $"{Rule.Card.Id}/{Which}";

    /// <summary>True where a Check of the transfer alone tells it; the others need a ledger, a directory or settings beside it, or judge another act.</summary>
    public bool IsToldByCheck => Example.Act is null && Example.Beside.IsNothing;

    /// <summary>Every case, judged as at an instant by the rule set of that day.</summary>
    public static IReadOnlyList<KitCase> All(DateTimeOffset at)
    {
        var set = RuleSets.On(new JudgingContext { At = at }.Day);
        return
        [
            .. from rule in set.All
               let example = ExampleSet.Find(rule.Card.Id)
               where example is not null
               from one in new[] { ("bad", example.Bad), ("good", example.Good) }
               let shifted = ShiftedDays.To(one.Item2, at)
               select new KitCase(rule, one.Item1, shifted, shifted.Judge(set)),
        ];
    }
}
