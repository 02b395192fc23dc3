namespace InfoSharing.Exchange.Delivery;

/// <summary>Whether what is sent gets away.</summary>
internal interface IDeliveryHealth
{
    /// <summary>True while there is a bus to send by. While it is false the agency takes sends and holds them.</summary>
    bool IsReachable { get; }
}
