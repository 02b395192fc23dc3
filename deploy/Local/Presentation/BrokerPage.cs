using InfoSharing.Local.Broker;

namespace InfoSharing.Local.Presentation;

/// <summary>What the preparing of a broker changed: a line for each agency, and what somebody should look at.</summary>
internal static class BrokerPage
{
    internal static async Task WriteAsync(TextWriter output, BrokerPlan plan, int agencies, bool dryRun)
    {
        foreach (var whose in plan.Changes.GroupBy(change => change.Agency))
            await output.WriteLineAsync($"  {(whose.Key.Length == 0 ? "everybody" : whose.Key)}: {string.Join(", ", whose.GroupBy(change => change.What).Select(kind => Counted(kind.Key, kind.Count())))}");
        foreach (var notice in plan.Notices) await output.WriteLineAsync($"  Look: {notice}");
        await output.WriteLineAsync(plan.Changes.Count == 0 ? $"The broker is ready for {agencies} agencies; nothing was changed."
            : dryRun ? $"Made or changed for {agencies} agencies would be: {Counted("thing", plan.Changes.Count)}. Nothing was."
            : $"The broker is ready for {agencies} agencies; made or changed: {Counted("thing", plan.Changes.Count)}.");
    }

    private static string Counted(string what, int count) => count == 1 ? $"1 {what}" : what == "rights" ? what : $"{count} {what}s";
}
