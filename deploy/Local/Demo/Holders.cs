using InfoSharing.Cli.Network;
using InfoSharing.Cli.Presentation;
using InfoSharing.Client;
using InfoSharing.V1;
using Reads = InfoSharing.V1.FlowReply.Types.ChildNow.Types.Reads;

namespace InfoSharing.Local.Demo;

/// <summary>Who runs each child's plan, as the two ledgers say it at this step. In the gap between them both may watch; never nobody.</summary>
internal sealed class Holders(Screen screen, AgencyNames agencies, AgencyClient leeds, AgencyClient sandwell, IReadOnlyDictionary<string, string> names)
{
    /// <summary>Shows it, and holds it against the story.</summary>
    /// <param name="id">The transfer.</param>
    /// <param name="withSandwell">The children whom Sandwell should hold.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="NotAsToldException">A ledger says otherwise.</exception>
    internal async Task Show(string id, IReadOnlyCollection<string> withSandwell, CancellationToken cancel)
    {
        var ours = await leeds.Cases.FlowAsync(new FlowRequest { TransferId = id }, cancellationToken: cancel);
        var theirs = await sandwell.Cases.FlowAsync(new FlowRequest { TransferId = id }, cancellationToken: cancel);
        screen.Line("    Who runs the plan      Leeds's ledger says             Sandwell's ledger says");
        foreach (var (child, name) in names)
        {
            var (here, there) = (Of(ours, child), Of(theirs, child));
            screen.Line($"    {name,-22} {Words(here),-31} {Words(there)}");
            var told = withSandwell.Contains(child) ? "sandwell-social-care" : "leeds-social-care";
            if (here.Holder != told || there.Holder != told) throw new NotAsToldException($"{child} should be with {told}; the ledgers say {here.Holder} and {there.Holder}.");
        }
        var act = ours.Children.Select(one => one.MustActNow).Concat(theirs.Children.Select(one => one.MustActNow)).Distinct().ToList();
        screen.Line($"    Must act now if a child is at risk: {string.Join(", ", act.Select(agencies.Of))}, whatever the table says");
        if (act is not ["sandwell-social-care"]) throw new NotAsToldException("Sandwell, where the family lives, should be the one that must act now, by both ledgers.");
    }

    private static FlowReply.Types.ChildNow Of(FlowReply flow, string child) =>
        flow.Children.FirstOrDefault(one => one.Child == child) ?? throw new NotAsToldException($"A ledger shows {child} with nobody.");

    private static string Words(FlowReply.Types.ChildNow now) => now.Holder == "leeds-social-care"
        ? now.OrderStays ? "Leeds, by the order" : now.Reads == Reads.OursUnlessAcceptanceOnItsWay ? "Leeds, unless accepted by now" : "Leeds"
        : "Sandwell";
}
