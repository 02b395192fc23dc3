using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Answers.Timing;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Answers.Acting;

/// <summary>What anyone who has the transfer may do at any time.</summary>
internal static class EitherSideActs
{
    /// <summary>May this be said of a disagreement? Reasons open one; an agreement ends one that is open.</summary>
    /// <param name="state">The state.</param>
    /// <param name="act">What is said.</param>
    /// <param name="disagreements">The disagreements as they are.</param>
    internal static Verdict Note(TransferState state, DisagreementNote act, IReadOnlyList<Disagreement> disagreements) => Verdict.Of(
        (!state.IsKnown ? Nos.NotKnown : null)
        ?? (state.Side is not (Side.Sender or Side.Lead) ? Nos.NotAParty : null)
        ?? (state.IsLocked ? Nos.Locked : null)
        ?? (state.IsWithdrawn ? Nos.WithdrawnAlready : null)
        ?? (!state.IsHandOver && state.IsCrisis ? Nos.CrisisIsNotQuestioned : null)
        ?? (act.Children.Count == 0 ? Nos.NoChildren : null)
        ?? Any(act, child => state.Child(child) is null, Nos.NotInTransfer)
        ?? Any(act, child => state.Child(child)?.Taken is not null, Nos.AlreadyAccepted)
        ?? (act.By.IsBlank() ? Nos.NoName : null)
        ?? (act.Words.IsBlank() ? Nos.NoWords : null)
        ?? (act.Agreed ? Any(act, child => !disagreements.Any(one => one.Child == child && one.ClosedAt is null), Nos.NothingToAgree) : null)
        ?? (act.Agreed ? Any(act, child => !act.InterimArrangement.Any(one => one.Child == child && IsWhole(one)), Nos.NoVisitor) : null));

    /// <summary>May it be said that it went to the wrong place? Content is then locked on both sides at once.</summary>
    internal static Verdict Misdirect(TransferState state, Misdirected act) => Verdict.Of(
        (!state.IsKnown ? Nos.NotKnown : null)
        ?? (state.IsLocked ? Nos.AlreadyMisdirected : null)
        ?? (act.By.IsBlank() ? Nos.NoName : null)
        ?? (Written.Time(act.At) is null ? Nos.NoTime : null));

    private static bool IsWhole(InterimArrangement one) => !one.WhoVisits.IsBlank() && !one.AgreedByFrom.IsBlank() && !one.AgreedByTo.IsBlank();

    private static No? Any(DisagreementNote act, Func<string, bool> isIt, Func<IReadOnlyList<string>, No> no) =>
        act.Children.Where(isIt).Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } those ? no(those) : null;

    /// <summary>The same of a copy, by the sender: the lead goes on.</summary>
    /// <param name="state">The state.</param>
    /// <param name="act">What is said.</param>
    /// <param name="copy">The copy's agency.</param>
    internal static Verdict MisdirectCopy(TransferState state, Misdirected act, string copy) => Verdict.Of(
        (!state.IsKnown ? Nos.NotKnown : null)
        ?? (state.Side != Side.Sender ? Nos.NotTheSender : null)
        ?? (state.Copies.FirstOrDefault(one => one.Agency == copy) is not { } known ? Nos.NotARecipient : known.Misdirected is not null ? Nos.AlreadyMisdirected : null)
        ?? (act.By.IsBlank() ? Nos.NoName : null)
        ?? (Written.Time(act.At) is null ? Nos.NoTime : null));
}
