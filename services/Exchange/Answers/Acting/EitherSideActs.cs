using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Answers.Acting;

/// <summary>What anyone who has the transfer may do at any time.</summary>
internal static class EitherSideActs
{
    /// <summary>May it be said that it went to the wrong place? Content is then locked on both sides at once.</summary>
    internal static Verdict Misdirect(TransferState state, Misdirected act) => Verdict.Of(
        (!state.IsKnown ? Nos.NotKnown : null)
        ?? (state.IsLocked ? Nos.AlreadyMisdirected : null)
        ?? (act.By.IsBlank() ? Nos.NoName : null)
        ?? (Written.Time(act.At) is null ? Nos.NoTime : null));

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
