using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Presentation;

/// <summary>Whom the clocks that ran out told, oldest first. This system itself tells nobody: somebody reads this, and rings.</summary>
internal sealed class EscalatedList(Screen screen, AgencyNames agencies, Names names)
{
    internal void Write(IReadOnlyCollection<FlowReply.Types.Escalated> all)
    {
        if (all.Count == 0) return;
        screen.Heading("To be told", Colour.Bold, "");
        foreach (var one in all)
        {
            screen.Words($"{Sentence.Capital(Sentence.Moment(one.At)["at ".Length..])}: {WhatOf(one)}.", 2);
            foreach (var told in one.Notice.Told) screen.Words(NoticeWords.Tell(told, agencies), 6);
            if (one.Notice.AnsweredAt is { } late) screen.Words($"It was answered all the same, {Sentence.Moment(late)}.", 6);
        }
        screen.Blank();
    }

    private string WhatOf(FlowReply.Types.Escalated one)
    {
        var notice = one.Notice;
        var child = notice.Child.Length == 0 ? "the child" : names.Of(notice.Child) ?? notice.Child;
        if (one.Event == "disagreement-opened") return $"a disagreement opened about {child}, to be settled by {Sentence.Moment(notice.DueAt)["at ".Length..]}";
        if (notice.Clock == "owed") return $"owed since {Sentence.Moment(notice.DueAt)["at ".Length..]}: {notice.Item.Replace('_', ' ')}{(notice.Child.Length > 0 ? $", {child}" : "")}";
        return $"run out {Sentence.Moment(notice.DueAt)}: {ClockList.WhatOf(notice.Clock, child)}{(notice.Why != default ? $" ({TransferWords.Of(notice.Why)})" : "")}";
    }
}
