using System.Collections.Concurrent;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using Direction = InfoSharing.V1.Reconciliation.Types.Direction;
using Lane = InfoSharing.V1.Parcel.Types.Lane;

namespace InfoSharing.Exchange.Reconciling;

/// <summary>
/// The comparisons that this agency begins. A note of this process: whatever of it is lost is begun again. A comparison is a message to and fro in
/// which each side works only with what the other says, so that it may be answered by another process than began it.
/// </summary>
internal sealed class Rounds(ILedger ledger, AgencyKeys us, Comparing comparing, TimeProvider clock)
{
    private const int MostApart = 4096;

    private readonly ConcurrentDictionary<string, HashSet<Guid>> _apart = [];
    private readonly ConcurrentDictionary<string, RoundSeen> _seen = [];

    /// <summary>Begins one with a partner; through a lane, so that what it was sent there before has arrived by then.</summary>
    /// <returns>True where the bus took it.</returns>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down.</exception>
    internal async Task<bool> BeginAsync(string partner, IdSpan whole, Lane lane, CancellationToken cancellationToken)
    {
        var apart = ApartWith(partner);
        var round = new Reconciliation
        {
            Round = Guid.CreateVersion7(clock.GetUtcNow()).ToString("D"), BegunBy = us.Agency, Lane = lane,
            WholeFirst = IdSpan.Written(whole.First), WholeLast = IdSpan.Written(whole.Last), Apart = { apart.Select(IdSpan.Written) },
        };
        SeenOf(partner).Begin(round.Round);
        foreach (var ours in new[] { true, false })
        {
            var held = await ledger.MarksAsync(partner, ours, whole.First, whole.Last, cancellationToken);
            round.Spans.Add(Tallies.Tally(ours ? Direction.FromSender : Direction.ToSender, whole, Tallies.Counted(held, apart)));
        }
        return await comparing.SendAsync(partner, lane, round, cancellationToken);
    }

    /// <summary>The span that a ledger in doubt must compare: all that was said before it was restored.</summary>
    internal IdSpan InDoubt => ledger.Doubts.RestoredAt is { } restored ? IdSpan.Between(DateTimeOffset.UnixEpoch, restored) with { First = Guid.Empty } : IdSpan.All;

    /// <summary>What neither counts in comparisons with a partner: differences that have a name.</summary>
    internal IReadOnlySet<Guid> ApartWith(string partner)
    {
        var apart = _apart.GetOrAdd(partner, _ => []);
        lock (apart) return apart.ToHashSet();
    }

    /// <summary>Sets differences apart; false where all of them were.</summary>
    internal bool SetApart(string partner, IEnumerable<Guid> ids)
    {
        var apart = _apart.GetOrAdd(partner, _ => []);
        lock (apart)
        {
            var before = apart.Count;
            foreach (var id in ids)
                if (apart.Count < MostApart) apart.Add(id);
            return apart.Count > before;
        }
    }

    /// <summary>What was seen last of the comparisons with a partner.</summary>
    internal RoundSeen SeenOf(string partner) => _seen.GetOrAdd(partner, _ => new());
}
