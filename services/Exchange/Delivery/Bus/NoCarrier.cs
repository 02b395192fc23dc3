using InfoSharing.V1;

namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>No bus: everything is held.</summary>
internal sealed class NoCarrier : IParcelCarrier
{
    public bool IsReachable => false;

    public Task SendAsync(string recipient, Parcel.Types.Lane lane, byte[] sealedParcel, TimeSpan expiresIn, CancellationToken cancellationToken) =>
        throw new BusUnavailableException("There is no bus.");
}
