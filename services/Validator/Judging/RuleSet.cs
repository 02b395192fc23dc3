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

    /// <summary>Ids that judged once and judge no longer.</summary>
    public IReadOnlySet<string> Retired { get; init; } = new HashSet<string>();

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
        var report = new ReportWriter(this, c).Write(found);
        c.Release();
        return report;
    }

    /// <summary>Judges an act that is no transfer: an override, a release, breaking the glass, a conference pack, a request or reply, a hub's decision, an acceptance.</summary>
    /// <param name="act">The act.</param>
    /// <param name="context">What may be known beside it.</param>
    /// <param name="about">The transfer that it is about, where it is about one: a pack's, an acceptance's.</param>
    /// <returns>The report: refused where the act must not be done as it stands.</returns>
    public Report JudgeAct(IMessage act, JudgingContext context, Transfer? about = null)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(context);
        var c = new Case(about ?? new Transfer(), context);
        var found = new Findings();
        var kind = ActKindsOf.Of(act);
        foreach (var rule in Rules)
        {
            if ((rule.Card.Acts & kind) == ActKinds.None) continue;
            found.Of(rule);
            rule.JudgeAct(c, act, found);
        }
        return new ReportWriter(this, c).WriteOfAct(found);
    }

    /// <summary>The rule set that follows this one: some texts and severities changed, some rules retired, some added. This one judges its own days as before.</summary>
    /// <param name="version">Its version.</param>
    /// <param name="inForceFrom">The first day on which it judges; after this one's.</param>
    /// <param name="changed">New cards of rules of this set. What a rule judges is its class: a rule that asks something else is a new rule with a new id.</param>
    /// <param name="retired">Ids that judge no longer. They are never used again.</param>
    /// <param name="added">Rules with ids that no set before had.</param>
    /// <exception cref="ArgumentException">A version or day that does not follow, an unknown id, or one that was used before.</exception>
    internal RuleSet Next(string version, DateOnly inForceFrom, IReadOnlyList<RuleCard>? changed = null, IReadOnlyList<string>? retired = null, IReadOnlyList<Rule>? added = null)
    {
        if (inForceFrom <= InForceFrom) throw new ArgumentException($"{version} must be in force from a day after {InForceFrom:yyyy-MM-dd}.", nameof(inForceFrom));
        if (version == Version) throw new ArgumentException($"{version} is this set's own version.", nameof(version));
        foreach (var id in (changed ?? []).Select(card => card.Id).Concat(retired ?? []))
            if (Find(id) is null) throw new ArgumentException($"{Version} has no rule {id}.", nameof(changed));
        foreach (var rule in added ?? [])
            if (Find(rule.Card.Id) is not null || Retired.Contains(rule.Card.Id)) throw new ArgumentException($"{rule.Card.Id} was used before: an id never changes meaning.", nameof(added));
        var cards = (changed ?? []).ToDictionary(card => card.Id);
        return this with
        {
            Version = version,
            InForceFrom = inForceFrom,
            Rules = [.. Kept(Rules).Concat(added ?? []).OrderBy(rule => rule.Card.Id, StringComparer.Ordinal)],
            Minimums = Minimums.ToDictionary(minimum => minimum.Key, minimum => (IReadOnlyList<Rule>)[.. Kept(minimum.Value)]),
            Retired = Retired.Concat(retired ?? []).ToHashSet(),
        };

        IEnumerable<Rule> Kept(IEnumerable<Rule> rules) => rules
            .Where(rule => retired?.Contains(rule.Card.Id) != true)
            .Select(rule => cards.TryGetValue(rule.Card.Id, out var card) ? new ChangedRule(rule, card) : rule);
    }

    private static void Judge(IReadOnlyList<Rule> rules, Case c, Findings found)
    {
        foreach (var rule in rules)
        {
            if (rule.RunsOn(c))
            {
                found.Of(rule);
                rule.Judge(c, found);
            }
            else if (rule.Card.Applies == TransferKinds.None && c.IsOffline)
            {
                // A rule of other acts alone: a file says nothing of them.
                found.Of(rule);
                found.CannotTell();
            }
        }
    }
}
