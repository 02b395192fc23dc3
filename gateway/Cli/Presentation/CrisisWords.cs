using InfoSharing.V1;
using InfoSharing.Validator.Codes;

namespace InfoSharing.Cli.Presentation;

/// <summary>What stands before anything marked CRISIS: no message replaces the telephone.</summary>
internal static class CrisisWords
{
    internal static void Write(Screen screen, Transfer transfer)
    {
        if (transfer.Urgency != Transfer.Types.Urgency.Crisis) return;
        screen.Heading("If someone is in danger now, ring 999.", Colour.Red, "");
        var area = transfer.Lead is { AreaGss.Length: > 0 } lead && ChildrensServicesAuthorities.FindByGss(lead.AreaGss) is { } known ? $"{known.Name}'s" : "the new area's";
        screen.Words($"Then ring {area} duty team, on the number in your directory: this message does not replace the call. Record who you spoke to.");
        screen.Blank();
    }
}
