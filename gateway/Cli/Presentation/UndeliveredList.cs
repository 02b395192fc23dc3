using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Presentation;

/// <summary>What of ours has no receipt after the set time. Undelivered never means gone: it goes on being sent, and meanwhile somebody rings.</summary>
internal sealed class UndeliveredList(Screen screen, AgencyNames agencies)
{
    internal void Write(IReadOnlyCollection<FlowReply.Types.Undelivered> all)
    {
        if (all.Count == 0) return;
        screen.Heading("UNDELIVERED", Colour.Bold, "  it goes on being sent");
        foreach (var one in all.GroupBy(one => (one.To, one.What, one.Why, one.Phone)))
        {
            var many = one.Count() > 1 ? $" ({Sentence.Count(one.Count(), "message", "messages")})" : "";
            screen.Words($"{agencies.Of(one.Key.To)} has no {one.Key.What.Replace('_', ' ')}{many}, since {Sentence.Moment(one.First().Since)["at ".Length..]}: {TransferWords.Of(one.Key.Why)}.", 2);
            if (one.Key.Phone.Length > 0) screen.Words($"Ring them now on {one.Key.Phone}, then record who you spoke to: record-call.", 2);
        }
        screen.Blank();
    }
}
