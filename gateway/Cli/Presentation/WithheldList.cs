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
            foreach (var one in to) screen.Words(one.RuleId.Length == 0 ? one.Field : $"{one.Field} ({one.RuleId})", 4);
        }
        screen.Words("The rest goes. Ring through what a recipient needs.", 2);
        screen.Blank();
    }
}
