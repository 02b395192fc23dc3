using Google.Protobuf.Collections;
using InfoSharing.Validator.Facts;

namespace InfoSharing.Validator.Judging;

/// <summary>Turns what the rules found into the report: what blocks, what is owed, what is only told.</summary>
internal sealed class ReportWriter(RuleSet set, Case c)
{
    private readonly Report _report = new() { RuleSet = set.Version, Day = Days.Write(c.Day), Handover = Report.Types.Handover.MayGo };
    // Longer than from the first day to the last that a transfer may name, in seconds.
    private const long Long = 1L << 40;

    private readonly OwedItems _owed = new(c);

    internal Report Write(Findings found)
    {
        foreach (var (finding, card, mayRise) in found.Fired)
        {
            if (MayBeAsItShould(card))
            {
                if (!found.CannotTells.Exists(one => one.RuleId == card.Id)) found.CannotTells.Add(new() { RuleId = card.Id });
                continue;
            }
            if (mayRise && HasRisen(card)) finding.Severity = Severity.Refuse;
            if (c.IsAlert) PlaceOnAlert(finding, card);
            else PlaceOnHandOver(finding, card);
        }
        if (c.Context.Withheld == 0) _report.Owed.Add(_owed.WithoutRule());
        AnswerOverrides();
        _report.Undecided.Add(found.UndecidedOnes);
        _report.CannotTell.Add(found.CannotTells);
        _report.Withheld.Add(Views.Withholding.From(c));
        if (!c.IsAlert) Decide();
        Sort();
        Texts();
        _report.Good.Add(GoodThings.In(c, _report));
        return _report;
    }

    // An absence made by View never fires: the receiver is told how much was left out, and never what.
    private bool MayBeAsItShould(RuleCard card) => c.Context.Withheld > 0 && !card.SpeaksOfWhatIsThere;

    /// <summary>The report of an act that is no transfer: what was found, and whether it may be done.</summary>
    internal Report WriteOfAct(Findings found)
    {
        foreach (var (finding, _, _) in found.Fired) _report.Findings.Add(finding);
        _report.Undecided.Add(found.UndecidedOnes);
        _report.CannotTell.Add(found.CannotTells);
        Decide();
        Sort();
        Texts();
        return _report;
    }

    // No rule refuses an alert: what is owed on it is not in its findings, and what could refuse is owed or is silent.
    private void PlaceOnAlert(Finding finding, RuleCard card)
    {
        var owedByRow = card.Owed.Overlaps(TransferKinds.Alerts);
        if (owedByRow || (finding.Severity == Severity.Refuse && c.HandOverToFollow)) _report.Owed.Add(_owed.Of(finding, card, null));
        else if (card.Applies.Overlaps(TransferKinds.Alerts) && finding.Severity != Severity.Refuse) _report.Findings.Add(finding);
    }

    private void PlaceOnHandOver(Finding finding, RuleCard card)
    {
        var answer = Overrides.Find(c, finding, card);
        if (answer >= 0)
        {
            finding.OverriddenBy = Overrides.Field(answer);
            var owed = _owed.Of(finding, card, Days.Parse(c.Transfer.Overrides[answer].RightBy));
            owed.OverriddenBy = finding.OverriddenBy;
            _report.Owed.Add(owed);
        }
        else if (card.Owed.Overlaps(c.Kinds)) _report.Owed.Add(_owed.Of(finding, card, null));
        _report.Findings.Add(finding);
    }

    // On a hand-over: an alert is refused by no rule, so there is nothing to override on it.
    private void AnswerOverrides()
    {
        if (c.IsAlert || c.Transfer.Overrides.Count == 0) return;
        _report.Owed.Add(_owed.ToConfirm(_report.Findings.Select(finding => finding.OverriddenBy).ToHashSet()));
        _report.OverridesNotTaken.Add(Overrides.NotTaken(c, set, _report.Findings));
    }

    private bool HasRisen(RuleCard card)
    {
        foreach (var risen in c.Context.Settings.Risen)
            if (risen.RuleId == card.Id && Days.Parse(risen.From) is { } from && from <= c.Day) return true;
        return false;
    }

    // A finding that names children blocks those alone; the others go. The hand-over is refused when nobody is left to go.
    private void Decide()
    {
        if (_report.Findings.Count == 0) return;
        var blocking = _report.Findings.Where(finding => finding.Severity == Severity.Refuse && finding.OverriddenBy.Length == 0).ToList();
        if (blocking.Count == 0) return;
        var children = blocking.SelectMany(ChildrenOf).ToHashSet();
        var everybody = children.Contains("") || c.People.Moving.All(child => children.Contains(child.Ref));
        if (everybody) _report.Handover = Report.Types.Handover.Refused;
        else _report.ChildrenBlocked.Add(children.Order(StringComparer.Ordinal));
    }

    // "child", and those compared with it; blank where it names none.
    private static IEnumerable<string> ChildrenOf(Finding finding)
    {
        if (!finding.Params.TryGetValue("child", out var child)) return [""];
        return finding.Params.TryGetValue("other_child", out var others) ? [.. child.Split(','), .. others.Split(',')] : child.Split(',');
    }

    private void Sort()
    {
        Resort(_report.Findings, static (x, y) => First(x.Severity.CompareTo(y.Severity), In(x.Field, y.Field), In(x.RuleId, y.RuleId), In(x.Params, y.Params)));
        Resort(_report.Owed, static (x, y) => First(Due(x).CompareTo(Due(y)), In(x.Field, y.Field), In(x.RuleId, y.RuleId), In(x.Item, y.Item), In(x.Params, y.Params)));
        Resort(_report.Undecided, static (x, y) => First(In(x.RuleId, y.RuleId), In(x.Field, y.Field)));
        Resort(_report.Withheld, static (x, y) => First(In(x.Recipient, y.Recipient), In(x.Field, y.Field), In(x.RuleId, y.RuleId)));

        // What a manager let pass stands at the top for the receiver.
        static long Due(Owed owed) => owed.Due.Seconds - (owed.OverriddenBy.Length > 0 ? Long : 0);
    }

    private static string Key(MapField<string, string> values) => string.Join(',', values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value));

    private static int In(string x, string y) => string.CompareOrdinal(x, y);

    private static int In(MapField<string, string> x, MapField<string, string> y) => x.Count == 0 && y.Count == 0 ? 0 : In(Key(x), Key(y));

    private static void Resort<T>(RepeatedField<T> items, Comparison<T> order)
    {
        if (items.Count < 2) return;
        var sorted = new T[items.Count];
        items.CopyTo(sorted, 0);
        Array.Sort(sorted, order);
        for (var i = 0; i < sorted.Length; i++) items[i] = sorted[i];
    }

    // The first that is no tie.
    private static int First(params ReadOnlySpan<int> orders)
    {
        foreach (var order in orders)
            if (order != 0) return order;
        return 0;
    }

    private void Texts()
    {
        if (_report.Findings.Count + _report.Owed.Count == 0) return;
        var named = _report.Findings.Select(finding => (finding.RuleId, finding.Variant))
            .Concat(_report.Owed.Where(owed => owed.RuleId.Length > 0).Select(owed => (owed.RuleId, owed.Variant)))
            .Distinct().Order();
        foreach (var (id, variant) in named)
        {
            var card = set.Find(id)!.Card;
            _report.Texts.Add(new RuleText { RuleId = id, Variant = variant, Template = card.TextOf(variant), Remedy = card.Remedy, Source = card.Source });
        }
    }
}
