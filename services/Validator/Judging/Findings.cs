namespace InfoSharing.Validator.Judging;

/// <summary>What the rules have found so far; each rule writes under its own id.</summary>
internal sealed class Findings
{
    private RuleCard _card = null!;

    /// <summary>The findings, with the card of their rule and whether a setting may turn this one up.</summary>
    internal List<(Finding Finding, RuleCard Card, bool MayRise)> Fired { get; } = [];

    /// <summary>What could not be decided.</summary>
    internal List<Undecided> UndecidedOnes { get; } = [];

    /// <summary>What cannot be told here.</summary>
    internal List<CannotTell> CannotTells { get; } = [];

    /// <summary>From now on findings are this rule's.</summary>
    internal void Of(Rule rule) => _card = rule.Card;

    /// <summary>Fires with the rule's own severity.</summary>
    internal void Fire(string field, params ReadOnlySpan<(string Name, string Value)> values) =>
        Fire(_card.Severity, field, "", _card.MayRise, values);

    /// <summary>Fires with the rule's own severity and those of the values that are not blank.</summary>
    internal void FireWith(string field, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var said = new List<(string Name, string Value)>(values.Length);
        foreach (var value in values)
            if (value.Value.Length > 0) said.Add(value);
        Fire(field, [.. said]);
    }

    /// <summary>Fires with another severity or text than the rule's first.</summary>
    /// <param name="severity">What this finding does.</param>
    /// <param name="field">Where: <c>decisions[D1].reasoning</c>.</param>
    /// <param name="variant">Which of the rule's texts; blank is the first.</param>
    /// <param name="mayRise">Whether the partnership's setting may turn this finding up to REFUSE.</param>
    /// <param name="values">References, counts, dates of ours and codes. "child", and "other_child" beside it, name those whom it blocks.</param>
    internal void Fire(Severity severity, string field, string variant, bool mayRise, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var finding = new Finding { RuleId = _card.Id, Severity = severity, Field = field, Variant = variant };
        foreach (var (name, value) in values) finding.Params.Add(name, value);
        Fired.Add((finding, _card, mayRise));
    }

    /// <summary>A date or answer that the rule needs is missing. Never counted as good, never blocks by itself.</summary>
    internal void Undecided(string field)
    {
        // Said once, however often the rule needed it.
        if (!UndecidedOnes.Exists(one => one.RuleId == _card.Id && one.Field == field)) UndecidedOnes.Add(new() { RuleId = _card.Id, Field = field });
    }

    /// <summary>The rule needs the ledger, the directory or a clock, and has none here.</summary>
    internal void CannotTell() => CannotTells.Add(new() { RuleId = _card.Id });
}
