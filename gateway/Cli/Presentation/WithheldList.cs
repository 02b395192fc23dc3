using InfoSharing.V1;

namespace InfoSharing.Cli.Presentation;

/// <summary>What is left out, recipient by recipient.</summary>
internal sealed class WithheldList(Screen screen)
{
    internal void Write(IReadOnlyCollection<Withheld> withheld)
    {
        if (withheld.Count == 0) return;
        screen.Heading("Withheld", Colour.Bold, "");
        foreach (var to in withheld.GroupBy(one => one.Recipient))
        {
            screen.Words(to.Key.Length == 0 ? "From everybody:" : $"From {to.Key}:", 2);
            foreach (var alike in to.GroupBy(one => (Field: Parted(one.Field) with { Id = "" }, one.RuleId)))
            {
                var (list, _, after) = alike.Key.Field;
                var ids = string.Join(", ", alike.Select(one => Parted(one.Field).Id));
                screen.Words((ids.Length == 0 ? list : $"{list}[{ids}]{after}") + (alike.Key.RuleId.Length == 0 ? "" : $" ({alike.Key.RuleId})"), 4);
            }
        }
        screen.Words("The rest goes. Ring through what a recipient needs.", 2);
        screen.Blank();
    }

    // The same field of several items is one line: child_assessments[A2, A3].key_worker.
    private static (string List, string Id, string After) Parted(string field)
    {
        var (open, close) = (field.IndexOf('['), field.IndexOf(']'));
        return open < 0 || close < open ? (field, "", "") : (field[..open], field[(open + 1)..close], field[(close + 1)..]);
    }
}
