using Grpc.Core;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Reconciling;
using InfoSharing.V1;
using Lane = InfoSharing.V1.Parcel.Types.Lane;

namespace InfoSharing.Exchange.Operating;

/// <summary>Has two ledgers compared now, and tells how far it has got.</summary>
internal sealed class ReconcileAct(ILedger ledger, AgencyKeys us, IPartnerKeys partners, IParcelCarrier carrier, Rounds rounds, ReadRecords records, TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Does it, until both are equal or nobody listens.</summary>
    internal async Task Run(ReconcileRequest request, Caller caller, IServerStreamWriter<ReconcileReply> replies, CancellationToken cancellationToken)
    {
        if (request.With == us.Agency || !partners.Agencies.Contains(request.With)) throw new NotHereException("partner");
        if (!carrier.IsReachable) throw new NoBusException();
        await records.Looked(caller, Act.Types.Kind.Reconcile);
        var whole = request.Since is { } since ? IdSpan.Between(since.ToDateTimeOffset(), DateTimeOffset.MaxValue) with { Last = Guid.AllBitsSet } : IdSpan.All;
        var seen = rounds.SeenOf(request.With);
        var (heard, equal, sentAgain, givenBack, takenBack) = (seen.Heard, seen.Equal, seen.SentAgain, seen.GivenBack, seen.TakenBack);
        ReconcileReply? told = null;
        var (asked, wait, heardThen) = (clock.GetTimestamp(), TimeSpan.Zero, heard);
        while (true)
        {
            if (clock.GetElapsedTime(asked) >= wait && (wait == TimeSpan.Zero || !seen.WasHeardWithin(AskAgain, clock)))
            {
                // Twice as long each time while the partner is silent.
                wait = wait == TimeSpan.Zero || seen.Heard > heardThen ? AskAgain : TimeSpan.FromTicks(Math.Min(2 * wait.Ticks, Longest.Ticks));
                (asked, heardThen) = (clock.GetTimestamp(), seen.Heard);
                // In doubt it is that which must be settled, and nothing else is asked beside it.
                await rounds.BeginAsync(request.With, ledger.Doubts.With(request.With) ? rounds.InDoubt : whole, Lane.AlertsAndAnswers, cancellationToken);
            }
            var now = new ReconcileReply
            {
                Heard = seen.Heard > heard, Equal = seen.Equal > equal && !ledger.Doubts.With(request.With), SentAgain = (uint)(seen.SentAgain - sentAgain), GivenBack = (uint)(seen.GivenBack - givenBack), TakenBack = (uint)(seen.TakenBack - takenBack),
                Apart = (uint)rounds.ApartWith(request.With).Count, InDoubt = ledger.Doubts.With(request.With),
            };
            if (!now.Equals(told)) await replies.WriteAsync(told = now, cancellationToken);
            if (now.Equal) return;
            await Task.Delay(Look, clock, cancellationToken);
        }
    }
}
