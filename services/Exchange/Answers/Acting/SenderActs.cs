using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.V1;
using Step = InfoSharing.V1.Withdrawn.Types.Step;

namespace InfoSharing.Exchange.Answers.Acting;

/// <summary>What the sender may do after sending.</summary>
internal static class SenderActs
{
    /// <summary>May this be the whole next version?</summary>
    internal static Verdict Supply(TransferState state, Transfer next) => Verdict.Of(
        IsSender(state)
        ?? (state.IsLocked ? Nos.Locked : null)
        ?? (state.Withdrawal is { Step: Step.Requested or Step.Withdrawn } ? Nos.AlreadyWithdrawn : null)
        ?? (next.Id != state.TransferId || next.Kind != state.Kind || next.From?.Agency != state.Sender || (next.Lead?.Agency ?? "") != state.Lead ? Nos.NotThatTransfer : null)
        ?? (next.Version <= state.NewestStored ? Nos.OwnNewer(state.NewestStored) : null)
        ?? (next.Version != state.NewestStored + 1 ? Nos.VersionGap(state.NewestStored + 1) : null));

    /// <summary>May the lead be told that it is no longer asked? The lead's ledger then says whether that was in time.</summary>
    internal static Verdict Withdraw(TransferState state, Text? reason) => Verdict.Of(
        IsSender(state)
        ?? (state.IsLocked ? Nos.Locked : null)
        ?? (!state.IsHandOver ? Nos.AlertIsCorrected : null)
        ?? (state.Withdrawal is not null ? Nos.AlreadyWithdrawn : null)
        ?? (state.Children.Where(child => child.Taken is not null).Select(child => child.Ref).ToList() is { Count: > 0 } taken ? Nos.TooLate(taken) : null)
        ?? (reason.IsBlank() ? Nos.NoWords : null));

    /// <summary>May the sender correct this version at all? The newest alone: what an older one said, the next has said anew.</summary>
    internal static Verdict MayCorrect(TransferState state, uint saw) => Verdict.Of(
        IsSender(state)
        ?? (state.IsLocked ? Nos.Locked : null)
        ?? (saw == 0 || saw > state.NewestStored ? Nos.NoSuchVersion : saw < state.NewestStored ? Nos.OwnCorrectsNewest(state.NewestStored) : null));

    /// <summary>May this correction go? At any time, to every recipient.</summary>
    internal static Verdict Correct(TransferState state, Corrected act) => Verdict.Of(
        IsSender(state)
        ?? (state.IsLocked ? Nos.Locked : null)
        ?? (string.IsNullOrWhiteSpace(act.Field) ? Nos.NoField : null)
        ?? ((act.Was?.Text_ ?? "").Trim() == (act.Is?.Text_ ?? "").Trim() ? Nos.NothingCorrected : null)
        ?? (act.Reason.IsBlank() ? Nos.NoWords : null));

    /// <summary>May it be written down that somebody of a recipient was rung?</summary>
    /// <param name="state">The state.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="act">The call.</param>
    /// <param name="now">The instant.</param>
    internal static Verdict Call(TransferState state, string to, Called act, DateTimeOffset now) => Verdict.Of(
        IsSender(state)
        ?? (to.Length > 0 && (to == state.Lead || state.Copies.Any(copy => copy.Agency == to)) ? null : Nos.NotSentThere)
        ?? (string.IsNullOrWhiteSpace(act.SpokeTo?.Name) ? Nos.NobodySpokenTo : null)
        ?? (Written.Time(act.SpokenAt) is not { } at ? Nos.NoTime : at > now.AddMinutes(1) ? Nos.ToCome : null)
        ?? (act.By.IsBlank() ? Nos.NoName : null));

    private static No? IsSender(TransferState state) => !state.IsKnown ? Nos.NotKnown : state.Side != Side.Sender ? Nos.NotTheSender : null;
}
