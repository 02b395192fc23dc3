using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.V1;
using InfoSharing.Validator.Clocks;

namespace InfoSharing.Exchange.Answers.Holding;

/// <summary>
/// The duty to act on immediate risk: the area where the child is found, from the moment it is told, whatever a state says. No
/// acceptance, decline or withdrawal moves it.
/// </summary>
internal static class MustActNow
{
    /// <summary>The party that must act at an instant; null while no version is known here.</summary>
    internal static Party? Of(TransferState state, DateTimeOffset now)
    {
        if (state.Newest is not { } newest) return null;
        var told = state.Side != Side.Sender || state.DeliveredAt is not null;
        var there = Written.Day(newest.Move?.Date) is not { } moved || moved <= London.DayOf(now);
        // Where nobody knows where the family is, and where it went to the wrong place, the lead's area is not where the child is found.
        var lost = newest.Lead is null || newest.Lead.AreaUnknown || newest.Lead.Agency.Length == 0 || newest.Move?.WhereaboutsKnown == YesNo.No;
        return told && there && !lost && !state.IsLocked ? newest.Lead : newest.From;
    }
}
