namespace InfoSharing.Exchange.Delivery.Dispatch;

/// <summary>What is left after a sending.</summary>
internal enum StillDue
{
    /// <summary>Nothing that may go now.</summary>
    Nothing,

    /// <summary>More, and it may go at once.</summary>
    More,

    /// <summary>There may be more; it goes when a parcel on its way gives its place back.</summary>
    WaitsForRoom,
}
