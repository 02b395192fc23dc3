using System.Collections.Concurrent;
using InfoSharing.Exchange.Ledger;
using InfoSharing.V1;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Delivery.Dispatch;

/// <summary>
/// How the processes of an agency that share a ledger share out the sending: what is for a recipient in a lane is sent by one of them at a time, so that the recipient's
/// window is one window, and nothing is sealed and sent twice. Where one process has the ledger alone, it costs nothing.
/// </summary>
internal sealed class SharedLanes(ILedger ledger, OnItsWay onItsWay, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private readonly TimeSpan _time = TimeSpan.FromSeconds(options.Value.LeaseSeconds);
    private readonly ConcurrentDictionary<(string Recipient, Parcel.Types.Lane Lane), (bool IsOurs, long Asked)> _leases = [];
    private readonly ConcurrentDictionary<(string Recipient, Parcel.Types.Lane Lane), long> _looked = [];

    /// <summary>True where this process sends from the lane. A lease is asked for again at half its time, and one that another has at a tenth.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger is down.</exception>
    internal ValueTask<bool> IsOursAsync(string recipient, Parcel.Types.Lane lane, CancellationToken cancellationToken)
    {
        if (!ledger.IsShared) return new(true);
        return _leases.TryGetValue((recipient, lane), out var lease) && clock.GetElapsedTime(lease.Asked) < _time / (lease.IsOurs ? 2 : 10) ? new(lease.IsOurs) : AskAsync(recipient, lane, cancellationToken);
    }

    /// <summary>How many parcels may still go. Another process may have taken the receipts of those that went: where there seems to be no room, the ledger is asked.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger is down.</exception>
    internal ValueTask<int> RoomAsync(string recipient, Parcel.Types.Lane lane, CancellationToken cancellationToken)
    {
        var room = onItsWay.Room(recipient, lane);
        return room > 0 || !ledger.IsShared ? new(room) : LookAsync(recipient, lane, cancellationToken);
    }

    private async ValueTask<bool> AskAsync(string recipient, Parcel.Types.Lane lane, CancellationToken cancellationToken)
    {
        var asked = clock.GetTimestamp(); // before it is given: ours ends before the ledger's
        var isOurs = await ledger.LeaseAsync($"send {recipient} {(int)lane}", _time, cancellationToken);
        _leases[(recipient, lane)] = (isOurs, asked);
        return isOurs;
    }

    private async ValueTask<int> LookAsync(string recipient, Parcel.Types.Lane lane, CancellationToken cancellationToken)
    {
        if (_looked.TryGetValue((recipient, lane), out var looked) && BetweenLooks - clock.GetElapsedTime(looked) is var rest && rest > TimeSpan.Zero) await Task.Delay(rest, clock, cancellationToken);
        _looked[(recipient, lane)] = clock.GetTimestamp();
        foreach (var done in await ledger.DoneOfAsync(onItsWay.WaitingIn(recipient, lane), cancellationToken)) onItsWay.Done(done);
        return onItsWay.Room(recipient, lane);
    }
}
