using AgencyKind = InfoSharing.V1.Party.Types.AgencyKind;

namespace InfoSharing.Validator.Judging;

/// <summary>The rules that are in force from a day on, under one version. Rules are dated data about practice.</summary>
/// <param name="Version">The version that every report, refusal and answer carries.</param>
/// <param name="InForceFrom">The first day on which it judges.</param>
/// <param name="Rules">The rules of the catalogue, in the order of their ids.</param>
public sealed record RuleSet(string Version, DateOnly InForceFrom, IReadOnlyList<Rule> Rules)
{
    /// <summary>What agencies of a kind must bring, or say that they do not know; it judges their own transfers beside the catalogue.</summary>
    public IReadOnlyDictionary<AgencyKind, IReadOnlyList<Rule>> Minimums { get; init; } = new Dictionary<AgencyKind, IReadOnlyList<Rule>>();

    /// <summary>Every rule of this set: the catalogue's, then each kind's minimum.</summary>
    public IEnumerable<Rule> All => Rules.Concat(Minimums.OrderBy(minimum => minimum.Key).SelectMany(minimum => minimum.Value));

    /// <summary>The rule of an id; null where this set has none.</summary>
    public Rule? Find(string ruleId)
    {
        foreach (var rule in Rules)
            if (rule.Card.Id == ruleId) return rule;
        foreach (var minimum in Minimums.Values)
            foreach (var rule in minimum)
                if (rule.Card.Id == ruleId) return rule;
        return null;
    }

    /// <summary>Judges a transfer that has passed the shape check: all rules run, all findings come together.</summary>
    public Report Judge(Transfer transfer, JudgingContext context)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        ArgumentNullException.ThrowIfNull(context);
        var c = new Case(transfer, context);
        var found = new Findings();
        Judge(Rules, c, found);
        if (Minimums.TryGetValue(transfer.From?.AgencyKind ?? default, out var minimum)) Judge(minimum, c, found);
        return new ReportWriter(this, c).Write(found);
    }

    private static void Judge(IReadOnlyList<Rule> rules, Case c, Findings found)
    {
        foreach (var rule in rules)
        {
            if (!rule.RunsOn(c)) continue;
            found.Of(rule);
            rule.Judge(c, found);
        }
    }
}
