using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.YoungPeople;

/// <summary>IS-502. Each key worker knows half of a couple. Nobody knows both, unless somebody is named for each.</summary>
internal sealed class YoungCoupleHaveKeyWorkers : Rule
{
    public override RuleCard Card { get; } = new("IS-502", RuleGroup.YoungPeople, Severity.Warn)
    {
        Message = "Both young people are under 18. Name each one's key worker.",
        Remedy = "Ask the other young person's team.",
        Source = "L13",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var (couple, field) in YoungCouples.In(c, found))
        {
            string[] both = [couple.A.Ref, couple.B.Ref];
            var without = both.Where(person => !YoungCouples.HasKeyWorker(c, person)).Order(StringComparer.Ordinal).ToList();
            if (without.Count > 0) found.Fire(field, ("person", string.Join(',', without)));
        }
    }
}
