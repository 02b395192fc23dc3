using Google.Protobuf.Collections;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.V1;
using InfoSharing.Validator.Clocks;
using Kind = InfoSharing.V1.Transfer.Types.Kind;
using Step = InfoSharing.V1.Withdrawn.Types.Step;

namespace InfoSharing.Exchange.Answers.Acting;

/// <summary>
/// What the lead recipient may do. Each is asked inside the transaction that would commit it, over the state as it then is: this
/// ledger orders the answers, so of an acceptance and a withdrawal the first one stored here wins.
/// </summary>
internal static class LeadActs
{
    private const string ConferencePapers = "IS-901";

    /// <summary>May responsibility be taken for these children?</summary>
    /// <param name="state">The state.</param>
    /// <param name="act">The acceptance.</param>
    /// <param name="owed">What is still owed: a conference's papers hold back its acceptance (IS-901).</param>
    internal static Verdict Accept(TransferState state, Accepted act, IReadOnlyList<Owed> owed) => Verdict.Of(
        MayAnswer(state)
        ?? HandOver(state)
        ?? Told(act.By, act.At)
        ?? Saw(state, act.SawVersion)
        ?? Named(state, act.Children)
        ?? Any(act.Children, child => state.Child(child)?.Taken is not null, Nos.AlreadyAccepted)
        ?? Any(act.Children, child => Written.Time(act.At) is { } at && OrdersThatStay.For(state.Newest!, child, London.DayOf(at)) is not null, Nos.OrderStays)
        ?? (state.Kind == Kind.CpTransferIn ? Any(act.Children, child => IsOwedPapers(owed, child), Nos.PapersNeeded) : null));

    /// <summary>May it be declined for these children?</summary>
    internal static Verdict Decline(TransferState state, Declined act) => Verdict.Of(
        MayAnswer(state)
        ?? HandOver(state)
        ?? Told(act.By, act.At)
        ?? Saw(state, act.SawVersion)
        ?? Named(state, act.Children)
        ?? Any(act.Children, child => state.Child(child)?.Taken is not null, Nos.AlreadyAccepted)
        ?? (act.Reason == default || !Enum.IsDefined(act.Reason) ? Nos.NoReason : null)
        ?? (act.Words.IsBlank() ? Nos.NoWords : null));

    /// <summary>May questions be put about these children? Asking stops no clock.</summary>
    internal static Verdict Ask(TransferState state, Asked act) => Verdict.Of(
        MayAnswer(state)
        ?? (!state.IsHandOver && state.Versions.Any(version => version.Transfer.Urgency == Transfer.Types.Urgency.Crisis) ? Nos.CrisisIsNotQuestioned : null)
        ?? Told(act.By, act.At)
        ?? Saw(state, act.SawVersion)
        // An alert may know no child by reference: "a boy of about six".
        ?? (act.Children.Count == 0 && state.Children.Count == 0 && state.IsKnown ? null : Named(state, act.Children))
        ?? (act.Questions.All(question => question.IsBlank()) ? Nos.NoQuestion : null));

    /// <summary>May its arrival be acknowledged? An acknowledgement is an acceptance of no child: it moves nothing.</summary>
    internal static Verdict Acknowledge(TransferState state, Accepted act) => Verdict.Of(
        (!state.IsKnown ? Nos.NotKnown : null)
        ?? (state.Side != Side.Lead ? Nos.NotTheLead : null)
        ?? Told(act.By, act.At)
        ?? (act.Children.Count == 0 ? null : HandOver(state) ?? Nos.TakesNobody));

    /// <summary>The ledger's own answer to a withdrawal, given in the transaction that applies it; null where none waits for one.</summary>
    /// <param name="state">The state with the withdrawal applied.</param>
    internal static Withdrawn? AnswerToWithdrawal(TransferState state)
    {
        if (state.Side != Side.Lead || state.Withdrawal is not { Step: Step.Requested }) return null;
        var taken = state.Children.Where(child => child.Taken is not null).Select(child => child.Taken!.TakenAt).ToList();
        return taken.Count == 0
            ? new() { Step = Step.Withdrawn }
            : new() { Step = Step.TooLate, AcceptedAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(taken.Min()) };
    }

    /// <summary>May a person say what is done with what is known, after a withdrawal? To keep what is known of a family that is not here needs a reason of one's own.</summary>
    internal static Verdict Keep(TransferState state, Keeping act) => Verdict.Of(
        (!state.IsKnown ? Nos.NotKnown : null)
        ?? (state.Side != Side.Lead ? Nos.NotTheLead : null)
        ?? (!state.IsWithdrawn ? Nos.NothingToWithdraw : null)
        ?? (act.Keeps == default || !Enum.IsDefined(act.Keeps) ? Nos.NotKept : null)
        ?? (act.By.IsBlank() ? Nos.NoName : null)
        ?? (act.Keeps == Withdrawn.Types.ReceiverKeeps.Contact && act.Because.IsBlank() ? Nos.NoWords : null));

    private static No? MayAnswer(TransferState state) =>
        !state.IsKnown ? Nos.NotKnown
        : state.Side != Side.Lead ? Nos.NotTheLead
        : state.IsLocked ? Nos.Locked
        : state.Withdrawal is { Step: Step.Requested or Step.Withdrawn } ? Nos.WithdrawnAlready
        : null;

    private static No? HandOver(TransferState state) => state.IsHandOver ? null : Nos.AlertIsAcknowledged;

    private static No? Told(Who? by, Google.Protobuf.WellKnownTypes.Timestamp? at) =>
        by.IsBlank() ? Nos.NoName : Written.Time(at) is null ? Nos.NoTime : null;

    private static No? Saw(TransferState state, uint saw) =>
        saw == 0 || saw > state.NewestStored ? Nos.NoSuchVersion
        : saw < state.NewestStored ? Nos.Newer(state.NewestStored)
        : state.Versions[^1].Number != saw ? Nos.Early
        : null;

    private static No? Named(TransferState state, RepeatedField<string> children) =>
        children.Count == 0 ? Nos.NoChildren : Any(children, child => state.Child(child) is not { InNewest: true }, Nos.NotInTransfer);

    private static No? Any(IEnumerable<string> children, Func<string, bool> isIt, Func<IReadOnlyList<string>, No> no)
    {
        var those = children.Where(isIt).Distinct().Order(StringComparer.Ordinal).ToList();
        return those.Count > 0 ? no(those) : null;
    }

    private static bool IsOwedPapers(IReadOnlyList<Owed> owed, string child) =>
        owed.Any(one => one.RuleId == ConferencePapers && (!one.Params.TryGetValue("child", out var about) || about.Split(',').Contains(child)));
}
