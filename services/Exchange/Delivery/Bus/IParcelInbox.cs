using InfoSharing.Exchange.Ledger;

namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>Takes what the bus brings.</summary>
internal interface IParcelInbox
{
    /// <summary>Steps 8 to 11 for one parcel. When it returns, the bus may forget the parcel.</summary>
    /// <param name="sealedParcel">The sealed bytes.</param>
    /// <param name="vouchedSender">The agency for which the bus vouches; null where it vouches for none.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down: the bus keeps the parcel. Nothing else is thrown.</exception>
    Task ReceiveAsync(byte[] sealedParcel, string? vouchedSender, CancellationToken cancellationToken);
}
