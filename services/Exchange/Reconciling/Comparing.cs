using InfoSharing.Exchange.Delivery.Dispatch;
using InfoSharing.Exchange.Ledger;
using InfoSharing.V1;
using Lane = InfoSharing.V1.Parcel.Types.Lane;

namespace InfoSharing.Exchange.Reconciling;

/// <summary>Hands what two agencies say of each other's messages to the bus, in as many parcels as it needs.</summary>
internal sealed class Comparing(BesideSender sender)
{
    /// <summary>Sends it.</summary>
    /// <returns>True where the bus took all of it.</returns>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down.</exception>
    internal async Task<bool> SendAsync(string partner, Lane lane, Reconciliation said, CancellationToken cancellationToken)
    {
        var taken = true;
        foreach (var part in Portions.Of(said)) taken &= await sender.SendAsync(partner, lane, parcel => parcel.Reconciliations.Add(part), cancellationToken);
        return taken;
    }
}
