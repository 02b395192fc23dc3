using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Answers.Owing;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.V1;
using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Exchange.Transfers;

/// <summary>
/// What is owed on a transfer, by the rules of the day on which it was first sent: the same on both sides. Where a view leaves something out, its reader is owed no more
/// than what it can tell: what is missing may be missing rightly. The sender, which has the whole, judges the whole.
/// </summary>
internal sealed class OwedItems(Judgements judgements)
{
    /// <summary>What is owed and what was: what a manager let pass first, then the next due.</summary>
    /// <param name="state">The state.</param>
    /// <param name="whole">The versions as they were written, by number, where this agency wrote them and its view of them leaves something out.</param>
    internal IReadOnlyList<OwedEntry> Of(TransferState state, IReadOnlyDictionary<uint, Transfer>? whole = null)
    {
        if (!state.IsKnown) return [];
        var first = London.DayOf(state.Versions[0].MadeAt);
        return OwedList.Of(state, version => whole?.GetValueOrDefault(version.Number) is { } written
            ? RuleSets.Judge(written, judgements.At(version.MadeAt, first))
            : RuleSets.Judge(version.Transfer, judgements.At(version.MadeAt, first) with { Withheld = version.Withheld }));
    }

    /// <summary>The same, with what the sender wrote read from its ledger where the lead's view leaves something out.</summary>
    internal async Task<IReadOnlyList<OwedEntry>> Of(TransferState state, ILedger ledger, CancellationToken cancellationToken)
    {
        var cut = state.Side == Side.Sender ? state.Versions.Where(version => version.Withheld > 0).ToList() : [];
        var whole = new Dictionary<uint, Transfer>();
        foreach (var version in cut)
            if ((await ledger.OpenAsync(Guid.Parse(state.TransferId), version.Number, Standing.Sent, cancellationToken))?.Body.Open() is { } body) whole[version.Number] = Transfer.Parser.ParseFrom(body);
        return Of(state, whole);
    }
}
