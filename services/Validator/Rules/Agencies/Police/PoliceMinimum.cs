using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Agencies.Police;

/// <summary>What police bring: orders, bail, markers, and the DASH's answers by number.</summary>
internal static class PoliceMinimum
{
    internal static IReadOnlyList<Rule> All { get; } = [new OrdersAreBrought(), new BailIsBrought(), new MarkersAreBrought(), new DashIsBroughtByNumber()];
}
