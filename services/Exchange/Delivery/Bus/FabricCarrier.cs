using InfoSharing.V1;

namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>One agency's way onto the in-memory bus, which knows by it who sends.</summary>
internal sealed class FabricCarrier(InMemoryFabric fabric, string sender) : IParcelCarrier
{
    public bool IsReachable => fabric.IsSeated(sender);

    public Task SendAsync(string recipient, Parcel.Types.Lane lane, byte[] sealedParcel, TimeSpan expiresIn, CancellationToken cancellationToken) =>
        fabric.SendAsync(sender, recipient, lane, sealedParcel, expiresIn, cancellationToken);
}
