using InfoSharing.Exchange.Delivery;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Delivery.Dispatch;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Lane = InfoSharing.V1.Parcel.Types.Lane;

namespace InfoSharing.Exchange.Reconciling;

/// <summary>Hands what two agencies say of each other's messages to the bus. It takes no place among what is on its way, and is never sent again: whoever began asks again.</summary>
internal sealed class Comparing(
    ILedger ledger, IParcelCarrier carrier, IPartnerKeys partners, OnItsWay onItsWay, ParcelMaker maker, IOptions<DeliveryOptions> options, TimeProvider clock, DeliveryMeters meters, ILogger<Comparing> log)
{
    private static readonly TimeSpan Expires = TimeSpan.FromMinutes(10);
    private readonly TimeSpan _sendTime = TimeSpan.FromSeconds(options.Value.SendSeconds);

    /// <summary>Sends it, in as many parcels as it needs.</summary>
    /// <returns>True where the bus took all of it.</returns>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down.</exception>
    internal async Task<bool> SendAsync(string partner, Lane lane, Reconciliation said, CancellationToken cancellationToken)
    {
        var taken = true;
        foreach (var part in Portions.Of(said)) taken &= await HandOverAsync(partner, lane, part, cancellationToken);
        return taken;
    }

    private async Task<bool> HandOverAsync(string partner, Lane lane, Reconciliation said, CancellationToken cancellationToken)
    {
        if (!carrier.IsReachable || partners.SealingOf(partner, clock.GetUtcNow()) is not { } key) return false;
        var parcel = maker.Make(partner, lane, (await ledger.HeadAsync(cancellationToken)).Link, null, []);
        parcel.Reconciliations.Add(said);
        var taken = false;
        try
        {
            var sealedParcel = await maker.SealAsync(parcel, key, cancellationToken);
            using var timeLimit = new CancellationTokenSource(_sendTime, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeLimit.Token, cancellationToken);
            onItsWay.AddBeside(partner, lane, clock.GetUtcNow() + Expires); // before it goes: what goes next lies behind it
            await carrier.SendAsync(partner, lane, sealedParcel, Expires, either.Token);
            taken = true;
        }
        catch (Exception failure) when (failure is BusUnavailableException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            ReconcilingLog.NotTaken(log, partner, failure.GetType().Name);
        }
        meters.Sent(parcel, taken, again: false);
        return taken;
    }
}
