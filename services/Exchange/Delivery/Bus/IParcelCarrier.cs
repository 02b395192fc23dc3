using InfoSharing.V1;

namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>Carries sealed parcels to other agencies. It may lose, double and reorder them: the ledger owns every message until its receipt is stored.</summary>
internal interface IParcelCarrier
{
    /// <summary>True while parcels can be handed over. While it is false nothing is tried, and health says so.</summary>
    bool IsReachable { get; }

    /// <summary>Hands a parcel over; when it returns, the bus has confirmed it.</summary>
    /// <param name="recipient">The agency.</param>
    /// <param name="lane">The lane, each its own queue.</param>
    /// <param name="sealedParcel">The sealed bytes.</param>
    /// <param name="expiresIn">After this the bus drops it: its messages are sent again by then.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="BusUnavailableException">It did not take it.</exception>
    Task SendAsync(string recipient, Parcel.Types.Lane lane, byte[] sealedParcel, TimeSpan expiresIn, CancellationToken cancellationToken);
}

/// <summary>The bus did not take a parcel. It is sent again later.</summary>
internal sealed class BusUnavailableException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>True where the parcel may lie in its queue all the same: the bus went away before it said so.</summary>
    internal bool MayHaveTaken { get; init; }
}
