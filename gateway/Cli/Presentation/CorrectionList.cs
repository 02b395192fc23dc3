using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Presentation;

/// <summary>What was corrected: what it said, what it says, and why. Neither takes the other's place.</summary>
internal sealed class CorrectionList(Screen screen, Names names)
{
    internal void Write(IReadOnlyCollection<Corrected> all)
    {
        if (all.Count == 0) return;
        screen.Heading("Corrected", Colour.Bold, "  the transfer stands as it was sent");
        foreach (var one in all)
        {
            if (one.Field.Length == 0)
            {
                screen.Words($"A correction is withheld from this agency: ask {one.By?.Org ?? "the sender"}.", 2);
                continue;
            }
            screen.Words($"{one.Field}, {Sentence.Moment(one.At)["at ".Length..]}{(one.By is { Name.Length: > 0 } by ? $", by {by.Name}{(by.Role.Length > 0 ? $", {by.Role}" : "")}" : "")}", 2);
            screen.Words($"It said: {Words(one.Was)}", 6);
            screen.Words($"{(one.DisputedBy.Length > 0 ? $"{names.Of(one.DisputedBy) ?? one.DisputedBy} disputes it: " : "It says: ")}{Words(one.Is)}", 6);
            screen.Words($"Because: {(one.Reason is { Text_.Length: > 0 } reason ? reason.Text_ : "withheld; ask the sender")}", 6);
        }
        screen.Blank();
    }

    private static string Words(Text? text) => text is { Text_.Length: > 0 } ? $"\"{text.Text_}\"" : "(nothing, or withheld)";
}
