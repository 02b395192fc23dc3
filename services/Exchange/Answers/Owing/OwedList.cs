using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Answers.Owing;

/// <summary>
/// What is owed on a transfer over all its versions. Both sides compute the same from the same messages: each version is judged as of
/// the instant at which its sender made it, and what was owed keeps the due time that it was first given.
/// </summary>
internal static class OwedList
{
    private const string Call = "call_record";
    private const string Phone = "phone";
    private const string ListOfKinds = "list";
    private const string Agency = "agency";

    /// <summary>What is owed and what was: what a manager let pass and is still owed, then the rest, each the next due first.</summary>
    /// <param name="state">The state.</param>
    /// <param name="judge">The report on a version, as of the instant at which it was made.</param>
    internal static IReadOnlyList<OwedEntry> Of(TransferState state, Func<VersionSeen, Report> judge)
    {
        var entries = new SortedDictionary<string, OwedEntry>(StringComparer.Ordinal);
        foreach (var version in state.Versions) Apply(entries, version, judge(version));
        var list = entries.Values.Select(entry => StrikeByDocument(entry, state)).Select(entry => StrikeByCall(entry, state)).ToList();
        list.AddRange(state.Local.OwedByPhone.Select(held => StrikeByDelivery(StrikeByCall(OwedByPhone(held.Agency, held.Since), state), held.Agency, state)));
        return [.. list.OrderBy(IsLetPass).ThenBy(entry => Written.Time(entry.Owed.Due) ?? DateTimeOffset.MaxValue).ThenBy(entry => KeyOf(entry.Owed), StringComparer.Ordinal)];
    }

    /// <summary>Only what is still owed.</summary>
    internal static IReadOnlyList<Owed> Still(IReadOnlyList<OwedEntry> entries) => [.. entries.Where(entry => entry.StruckOffAt is null).Select(entry => entry.Owed)];

    private static void Apply(SortedDictionary<string, OwedEntry> entries, VersionSeen version, Report report)
    {
        var owedNow = report.Owed.GroupBy(KeyOf).ToDictionary(same => same.Key, same => same.First());
        foreach (var (key, entry) in entries.ToList())
            if (entry.StruckOffAt is null && !owedNow.ContainsKey(key)) entries[key] = entry with { StruckOffAt = version.MadeAt, By = StruckOffBy.Version };
        foreach (var (key, owed) in owedNow)
        {
            if (!entries.TryGetValue(key, out var known) || known.StruckOffAt is not null) entries[key] = new(owed.Clone(), version.MadeAt);
            else entries[key] = known with { Owed = WithNewWords(known.Owed, owed) };
        }
    }

    // The list of what is missing may grow shorter; the clock does not start again.
    private static Owed WithNewWords(Owed first, Owed now)
    {
        var owed = now.Clone();
        (owed.Due, owed.Unit, owed.Within) = (first.Due, first.Unit, first.Within);
        return owed;
    }

    // A paper is named by its place in the transfer, or by its kind in the list of what is missing for a child.
    private static OwedEntry StrikeByDocument(OwedEntry entry, TransferState state)
    {
        if (entry.StruckOffAt is not null) return entry;
        var here = DocumentsHere.In(state.Parts);
        foreach (var (id, at) in here)
            if (entry.Owed.Field == $"documents[{id}]" || entry.Owed.Field.StartsWith($"documents[{id}].", StringComparison.Ordinal)) return Strike(entry, at, StruckOffBy.Document);

        if (!entry.Owed.Params.TryGetValue(ListOfKinds, out var list) || list.Length == 0) return entry;
        var arrived = KindsHere(state, here, entry.Owed.Params.TryGetValue("child", out var child) ? child : "");
        var asked = list.Split(',', StringSplitOptions.TrimEntries);
        var missing = asked.Where(kind => !arrived.ContainsKey(kind)).ToList();
        if (missing.Count == 0) return Strike(entry, asked.Max(kind => arrived[kind]), StruckOffBy.Document);
        if (missing.Count == asked.Length) return entry;
        var owed = entry.Owed.Clone();
        owed.Params[ListOfKinds] = string.Join(',', missing);
        return entry with { Owed = owed };
    }

    private static Dictionary<string, DateTimeOffset> KindsHere(TransferState state, IReadOnlyDictionary<string, DateTimeOffset> here, string child)
    {
        var kinds = new Dictionary<string, DateTimeOffset>();
        foreach (var document in state.Versions.SelectMany(version => version.Transfer.Documents))
        {
            if (!here.TryGetValue(document.Item?.Id ?? "", out var at) || (document.About.Count > 0 && child.Length > 0 && !document.About.Contains(child))) continue;
            var kind = DocumentsHere.CodeOf(document.Kind);
            if (!kinds.TryGetValue(kind, out var known) || at < known) kinds[kind] = at;
        }
        return kinds;
    }

    private static OwedEntry StrikeByCall(OwedEntry entry, TransferState state)
    {
        if (entry.StruckOffAt is not null || entry.Owed.Item is not (Call or Phone)) return entry;
        var to = entry.Owed.Item == Phone ? entry.Owed.Params.GetValueOrDefault(Agency, state.Lead) : state.Lead;
        var written = state.Versions.Where(version => !version.Transfer.CallRecord?.SpokeTo.IsBlank() ?? false).Select(version => (DateTimeOffset?)version.MadeAt)
            .Concat(state.Calls.Where(call => call.To == to).Select(call => (DateTimeOffset?)call.At)).Min();
        return written is { } at ? Strike(entry, at, StruckOffBy.CallRecord) : entry;
    }

    // Once its receipt is here the recipient has it, and whoever was to ring need not.
    private static OwedEntry StrikeByDelivery(OwedEntry entry, string agency, TransferState state)
    {
        if (entry.StruckOffAt is not null) return entry;
        var delivered = agency == state.Lead ? state.DeliveredAt : state.Copies.FirstOrDefault(copy => copy.Agency == agency)?.DeliveredAt;
        return delivered is { } at ? Strike(entry, at, StruckOffBy.Delivery) : entry;
    }

    // As in the report: the receiver sees it before all else, and may say no.
    private static int IsLetPass(OwedEntry entry) => entry.StruckOffAt is null && entry.Owed.OverriddenBy.Length > 0 ? 0 : 1;

    private static OwedEntry Strike(OwedEntry entry, DateTimeOffset at, StruckOffBy by) =>
        entry with { StruckOffAt = at < entry.Since ? entry.Since : at, By = by };

    private static OwedEntry OwedByPhone(string agency, DateTimeOffset since) => new(
        new() { Item = Phone, Field = Call, Unit = Owed.Types.Unit.ElapsedHours, Within = 1, Due = Timestamp.FromDateTimeOffset(since.AddHours(1)), Params = { [Agency] = agency } }, since);

    // Whom it is about counts; numbers and lists in its words change from version to version.
    private static string KeyOf(Owed owed)
    {
        var people = owed.Params.Where(pair => pair.Key is "child" or "person" or "victim" or "other_child" || (pair.Key == Agency && owed.Item == Phone)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}");
        return string.Join('|', [owed.RuleId, owed.Item, owed.Field, owed.Variant, .. people]);
    }
}
