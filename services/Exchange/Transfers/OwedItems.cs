using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Answers.Owing;
using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Exchange.Transfers;

/// <summary>What is owed on a transfer, by the rules of the day on which it was first sent: the same on both sides.</summary>
internal sealed class OwedItems(Judgements judgements)
{
    /// <summary>What is owed and what was: what a manager let pass first, then the next due.</summary>
    internal IReadOnlyList<OwedEntry> Of(TransferState state)
    {
        // Whom it should not have gone to owes nothing on it, and nothing is owed to them.
        if (!state.IsKnown || state.IsLocked) return [];
        var first = London.DayOf(state.Versions[0].MadeAt);
        return OwedList.Of(state, (transfer, at) => RuleSets.Judge(transfer, judgements.At(at, first)));
    }
}
