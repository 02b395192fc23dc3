using InfoSharing.V1;

namespace InfoSharing.Exchange.Ledger.Reading;

/// <summary>What waits in a ledger.</summary>
/// <param name="Lanes">Each lane in which something waits for its receipt.</param>
/// <param name="Quarantined">How much is quarantined.</param>
internal sealed record Waits(IReadOnlyList<LaneWaits> Lanes, long Quarantined)
{
    /// <summary>A lane; null where nothing waits in it.</summary>
    internal LaneWaits? Of(Parcel.Types.Lane lane) => Lanes.FirstOrDefault(one => one.Lane == lane);
}

/// <summary>What waits in a lane.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Waiting">How many messages, those of erased cases among them, which never go.</param>
/// <param name="Since">When the oldest of them was stored.</param>
internal sealed record LaneWaits(Parcel.Types.Lane Lane, long Waiting, DateTimeOffset Since);
