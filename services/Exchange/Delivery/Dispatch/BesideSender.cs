using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Delivery.Dispatch;

/// <summary>Hands the bus what two ledgers say to each other beside their messages. It takes no place among what is on its way, and is never sent again: whoever asked asks again.</summary>
internal sealed class BesideSender(
    ILedger ledger, IParcelCarrier carrier, IPartnerKeys partners, OnItsWay onItsWay, ParcelMaker maker, IOptions<DeliveryOptions> options, TimeProvider clock, DeliveryMeters meters, ILogger<BesideSender> log)
{
    // As long as a busy receiver may need. While it lies in the queue what is behind it keeps its place, so not longer: a question that was not brought is asked again.
    private static readonly TimeSpan Expires = TimeSpan.FromMinutes(1);
    private readonly TimeSpan _sendTime = TimeSpan.FromSeconds(options.Value.SendSeconds);

    /// <summary>Hands over one parcel.</summary>
    /// <param name="partner">To whom.</param>
    /// <param name="lane">Through which lane.</param>
    /// <param name="fill">Puts in what is said.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>True where the bus took it.</returns>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down.</exception>
    internal async Task<bool> SendAsync(string partner, Parcel.Types.Lane lane, Action<Parcel> fill, CancellationToken cancellationToken)
    {
        if (!carrier.IsReachable || partners.SealingOf(partner, clock.GetUtcNow()) is not { } key) return false;
        var parcel = maker.Make(partner, lane, await ledger.HeadAsync(cancellationToken), null, []);
        fill(parcel);
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
            DeliveryLog.BesideNotTaken(log, partner, failure.GetType().Name);
        }
        meters.Sent(parcel, taken, again: false);
        return taken;
    }
}
