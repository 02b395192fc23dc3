using InfoSharing.Exchange.Delivery.Bus;

namespace InfoSharing.Exchange.Delivery;

/// <summary>The carrier's word for it.</summary>
internal sealed class DeliveryHealth(IParcelCarrier carrier) : IDeliveryHealth
{
    public bool IsReachable => carrier.IsReachable;
}
