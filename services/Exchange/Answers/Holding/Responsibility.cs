using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.V1;
using InfoSharing.Validator.Clocks;
using AgencyKind = InfoSharing.V1.Party.Types.AgencyKind;

namespace InfoSharing.Exchange.Answers.Holding;

/// <summary>How case responsibility reads where this ledger is read.</summary>
internal enum Reads
{
    /// <summary>Ours; nothing on its way can change that.</summary>
    Ours = 1,

    /// <summary>Ours, unless an acceptance is on its way.</summary>
    OursUnlessAcceptanceOnItsWay = 2,

    /// <summary>The other agency's.</summary>
    Theirs = 3,

    /// <summary>Read at a copy: as far as it knows the sender's; only the sender or the lead can say.</summary>
    AskTheSender = 4,

    /// <summary>This ledger was restored and is not reconciled with the other side: taken as ours until it is, so that both watch and never nobody.</summary>
    NotCertain = 5,
}

/// <summary>Who runs one child's plan.</summary>
/// <param name="Child">The child.</param>
/// <param name="Kind">The kind of agency.</param>
/// <param name="Holder">The one agency of that kind that holds it.</param>
/// <param name="Since">Since when, where that is known.</param>
/// <param name="Reads">How it reads here.</param>
/// <param name="OrderStays">True where an order keeps the child with the sender.</param>
internal sealed record Held(string Child, AgencyKind Kind, string Holder, DateTimeOffset? Since, Reads Reads, bool OrderStays)
{
    /// <summary>As the contract says it.</summary>
    public CaseResponsibility ToContract() => new()
    {
        Child = Child,
        AgencyKind = Kind,
        Holder = Holder,
        Since = Since is { } since ? Timestamp.FromDateTimeOffset(since) : null,
    };
}

/// <summary>
/// Case responsibility: the recipient's if its ledger has Accepted, else the sender's. In the gap between two ledgers both may watch;
/// never nobody. It is moved by Accepted alone, within one kind of agency: a transfer between two kinds moves none.
/// </summary>
internal static class Responsibility
{
    /// <summary>Who holds each child.</summary>
    /// <param name="state">The state.</param>
    /// <param name="now">The instant at which it is read: an order stays until its last day is over.</param>
    internal static IReadOnlyList<Held> Of(TransferState state, DateTimeOffset now) =>
        state.Newest is { } newest ? [.. state.Children.Select(child => Of(state, newest, child, London.DayOf(now)))] : [];

    /// <summary>The holder of a child and kind of agency; null where this transfer does not hand over that kind or that child.</summary>
    internal static string? Holder(TransferState state, string child, AgencyKind kind) =>
        kind == state.AgencyKind && state.Child(child) is { } known ? HolderOf(state, known) : null;

    private static Held Of(TransferState state, Transfer newest, ChildState child, DateOnly day)
    {
        var holder = HolderOf(state, child);
        var taken = holder != state.Sender;
        var stays = !taken && OrdersThatStay.For(newest, child.Ref, day) is not null;
        // A restored lead may have accepted and not know it: its sender then says "theirs", and nobody would be left.
        if (state.Local.InDoubt && !taken && !stays && Moves(state) && state.Side is (Side.Lead or Side.Sender))
            return new(child.Ref, state.AgencyKind, state.Us, SinceBefore(newest, child.Ref, state), Reads.NotCertain, OrderStays: false);
        return new(child.Ref, state.AgencyKind, holder, taken ? child.Taken!.TakenAt : SinceBefore(newest, child.Ref, state), ReadsAs(state, holder, stays), stays);
    }

    private static string HolderOf(TransferState state, ChildState child) =>
        child.Taken is not null && Moves(state) ? state.Lead : state.Sender;

    private static bool Moves(TransferState state) => state.IsHandOver && state.Newest?.Lead?.AgencyKind == state.AgencyKind;

    private static Reads ReadsAs(TransferState state, string holder, bool stays) => state.Side switch
    {
        Side.Sender when holder != state.Us => Reads.Theirs,
        // Nothing that could be accepted was sent, or the lead has said its last word, or a court has.
        Side.Sender when stays || !Moves(state) || state.IsWithdrawn => Reads.Ours,
        Side.Sender => Reads.OursUnlessAcceptanceOnItsWay,
        Side.Lead => holder == state.Us ? Reads.Ours : Reads.Theirs,
        _ => Reads.AskTheSender,
    };

    private static DateTimeOffset? SinceBefore(Transfer newest, string child, TransferState state) =>
        Written.Time(newest.CaseResponsibility.FirstOrDefault(one => one.Child == child && one.AgencyKind == state.AgencyKind && one.Holder == state.Sender)?.Since);
}
