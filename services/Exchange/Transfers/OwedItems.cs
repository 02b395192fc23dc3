using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Answers.Owing;
using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Exchange.Transfers;

/// <summary>
/// What is owed on a transfer, by the rules of the day on which it was first sent: the same on both sides. Of a view that leaves something out nobody can tell whether what
/// is missing is missing rightly; there the sender, which has the whole, has said what it owed.
/// </summary>
internal sealed class OwedItems(Judgements judgements)
{
    /// <summary>What is owed and what was: what a manager let pass first, then the next due.</summary>
    internal IReadOnlyList<OwedEntry> Of(TransferState state)
    {
        // Whom it should not have gone to owes nothing on it, and nothing is owed to them.
        if (!state.IsKnown || state.IsLocked) return [];
        var first = London.DayOf(state.Versions[0].MadeAt);
        return OwedList.Of(state, version => version.Owed is { } told
            ? new() { Owed = { told.Owed } }
            : RuleSets.Judge(version.Transfer, judgements.At(version.MadeAt, first) with { Withheld = version.Withheld }));
    }
}
