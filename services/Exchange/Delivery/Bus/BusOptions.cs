namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>What carries parcels. Section "Bus".</summary>
internal sealed class BusOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Bus";

    /// <summary>None or InMemory. Default None: an agency alone holds what it cannot send.</summary>
    public BusTransport Transport { get; set; } = BusTransport.None;
}
