using InfoSharing.Cli.Network;
using InfoSharing.V1;
using Lane = InfoSharing.V1.Parcel.Types.Lane;
using SizeBand = InfoSharing.V1.ListWaitingReply.Types.SizeBand;
using State = InfoSharing.V1.RedriveReply.Types.State;

namespace InfoSharing.Cli.Presentation;

/// <summary>What an operator is shown: references, queues, ages and counts.</summary>
internal sealed class OperatorPages(Session session)
{
    private const int MostShown = 20;

    private readonly Screen _screen = session.Screen;

    /// <summary>What waits.</summary>
    internal void Write(ListWaitingReply waiting)
    {
        if (waiting.Queues.Count == 0)
        {
            _screen.Words($"Nothing of {session.Agency.Id} is stuck: everything that it sent has its receipt.");
            return;
        }
        foreach (var queue in waiting.Queues)
            _screen.Words($"{queue.Messages:N0} wait for {session.Agencies.Of(queue.Recipient)} ({queue.Recipient}), {LaneOf(queue.Lane)}; the oldest since {At(queue.OldestSince)}.");
        _screen.Blank();
        foreach (var one in waiting.Waiting) Write(one);
        if (waiting.NextPageToken.Length > 0) _screen.Words("There are more: --most N shows them.");
        _screen.Words($"They are tried again by themselves. To send them again now: {session.Command("redrive")} --reason WHY");
    }

    /// <summary>What was put aside.</summary>
    internal void Write(ListQuarantineReply quarantine)
    {
        if (quarantine.Entries.Count == 0)
        {
            _screen.Words($"{session.Agency.Id} has put nothing aside.");
            return;
        }
        foreach (var one in quarantine.Entries)
            _screen.Heading(one.Reason, one.Security ? Colour.Red : Colour.Bold, $"  {one.Id}  {(one.Sender.Length > 0 ? one.Sender : "from nobody known")}  {At(one.At)}  {SizeOf(one.Size)}{(one.Security ? "  security" : "")}{(one.Parcel ? "  a parcel" : "")}");
        if (quarantine.NextPageToken.Length > 0) _screen.Words("There are more: --most N shows them.");
        if (quarantine.Entries.Any(one => one.Parcel)) _screen.Words($"When the cause is mended, a parcel is opened again with: {session.Command("quarantine retake")} ID");
    }

    /// <summary>How far a set has got.</summary>
    internal void Write(RedriveReply reply, RedriveReply? before)
    {
        if (before is null)
        {
            _screen.Words($"{Messages(reply.Of)} in the set{(reply.SetId.Length > 0 ? $" {reply.SetId}" : "")}.");
            foreach (var one in reply.Messages.Take(MostShown)) Write(one);
            if (reply.Messages.Count > MostShown) _screen.Line($"  and {reply.Messages.Count - MostShown:N0} more");
        }
        else if (reply.State == State.Going && (before.Again != reply.Again || before.Receipted != reply.Receipted))
        {
            _screen.Line($"{reply.Again:N0} of {reply.Of:N0} go again, {reply.Receipted:N0} have their receipt");
        }
    }

    /// <summary>Where a set stands when nothing more is told of it.</summary>
    internal void WriteEnd(RedriveReply last) => _screen.Words(last.State switch
    {
        State.DryRun => "Nothing was sent and nothing was frozen. Without --dry-run, and with --reason, these go again.",
        State.NeedsSecond => $"That is more than one person may send again. A second operator agrees with: {session.Command("redrive agree")} {last.SetId} --operator second. Then it goes with: {session.Command("redrive")} --set {last.SetId}",
        State.Stopped => $"It was stopped with {last.Again:N0} of {last.Of:N0} sent again. It goes on with: {session.Command("redrive")} --set {last.SetId}",
        State.Ended when last.Receipted == last.Of => $"All of it was sent again, and each message has its receipt.",
        State.Ended => $"All {last.Of:N0} were sent again; {last.Of - last.Receipted:N0} have no receipt yet, and go on being tried by themselves.",
        _ => $"Nothing more was heard of it. It goes on with: {session.Command("redrive")} --set {last.SetId}",
    });

    /// <summary>What a comparison found.</summary>
    internal void Write(ReconcileReply? found, string partner)
    {
        if (found is not { Heard: true })
        {
            _screen.Words($"{partner} was not heard in time. It is asked again each hour by itself{(found is { InDoubt: true } ? ", and until then every few minutes, since this ledger was restored" : "")}. See whether they can be reached, or give this command again with a longer --wait.");
            return;
        }
        if (found.TakenBack > 0) _screen.Words($"This ledger had lost messages of its own, and {partner} gave them back: {found.TakenBack:N0}.");
        if (found.GivenBack > 0) _screen.Words($"{partner} had lost messages of its own, and was given them back: {found.GivenBack:N0}.");
        if (found.SentAgain > 0) _screen.Words($"{partner} had lost messages that it had received, and they go again: {found.SentAgain:N0}.");
        if (found.Apart > 0) _screen.Words($"What differs and cannot be mended by either side (a case erased on one of them, a part of a document, or other bytes under one id): {found.Apart:N0}. The log has 2306; tell your auditor.");
        _screen.Words(found.Equal ? $"{session.Agency.Id} and {partner} hold the same of each other's messages." : $"They do not hold the same yet: what differs is on its way. Give this command again in a minute.");
        if (found.InDoubt) _screen.Words($"This ledger was restored, and is not reconciled with {partner} yet: what was begun with them before it takes no answers.");
    }

    private static string Messages(uint count) => count == 1 ? "1 message is" : $"{count:N0} messages are";

    private void Write(ListWaitingReply.Types.Waiting one) => _screen.Line(
        $"  {one.MessageId}  transfer {one.TransferId}  {one.Recipient}  {LaneOf(one.Lane)}  {SizeOf(one.Size)}  since {At(one.Since)}  tried {one.Attempts}{(one.Again ? "  again" : "")}{(one.Erased ? "  erased: never goes" : "")}");

    private static string LaneOf(Lane lane) => lane switch
    {
        Lane.AlertsAndAnswers => "lane 1",
        Lane.Transfers => "lane 2",
        Lane.Documents => "lane 3",
        _ => "no lane",
    };

    private static string SizeOf(SizeBand size) => size switch
    {
        SizeBand.Small => "under 4 KiB",
        SizeBand.Medium => "under 64 KiB",
        SizeBand.Large => "under 1 MiB",
        SizeBand.VeryLarge => "1 MiB or more",
        _ => "",
    };

    private static string At(Google.Protobuf.WellKnownTypes.Timestamp? at) => at is null ? "an unknown time" : at.ToDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
