using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Delivery.Dispatch;

/// <summary>
/// The parcels that are on their way and not wholly receipted: at most 32 a recipient, shared out over the lanes. A parcel gives its place back
/// when all its receipts are stored, or when the bus has dropped it; and a bus drops what has expired only where it stands first in its queue. It is a
/// note of this process: the ledger alone knows what is done.
/// </summary>
internal sealed class OnItsWay(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Recipient, Parcel.Types.Lane Lane), List<SentParcel>> _lanes = [];
    private readonly Dictionary<Guid, SentParcel> _messages = [];

    /// <summary>Told after a place was given back, whose it was.</summary>
    internal Action<string, Parcel.Types.Lane>? WhenFreed { get; set; }

    /// <summary>When, after an instant, the next place is given back by time alone; null when none is taken.</summary>
    internal DateTimeOffset? NextExpiry(DateTimeOffset after)
    {
        lock (_gate)
        {
            DateTimeOffset? next = null;
            foreach (var parcels in _lanes.Values)
            {
                DropExpired(parcels, after);
                foreach (var parcel in parcels)
                    if (parcel.ExpiresAt > after && (next is null || parcel.ExpiresAt < next)) next = parcel.ExpiresAt;
            }
            return next;
        }
    }

    /// <summary>How many parcels may still go.</summary>
    internal int Room(string recipient, Parcel.Types.Lane lane)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (!_lanes.TryGetValue((recipient, lane), out var parcels)) return Lanes.ShareOf(lane);
            DropExpired(parcels, now);
            return Lanes.ShareOf(lane) - parcels.Count(TakesAPlace);
        }
    }

    /// <summary>
    /// When what lies before a parcel that goes now has certainly left the queue; long ago where nothing does. Whatever takes a lane's last place lives as long: its receipt tells that all before it
    /// has left, and what is receipted too late, or was never brought, does not keep the lane shut until the longest of them expires.
    /// </summary>
    internal DateTimeOffset LongestBefore(string recipient, Parcel.Types.Lane lane)
    {
        lock (_gate) return _lanes.TryGetValue((recipient, lane), out var parcels) ? parcels.Where(parcel => !parcel.IsPassed).Select(parcel => parcel.ExpiresAt).DefaultIfEmpty().Max() : default;
    }

    /// <summary>How many are on their way to a recipient.</summary>
    internal int Count(string recipient)
    {
        lock (_gate) return _lanes.Where(lane => lane.Key.Recipient == recipient).Sum(lane => lane.Value.Count(TakesAPlace));
    }

    /// <summary>The messages of a lane that are on their way, and of which no receipt is known.</summary>
    internal IReadOnlyCollection<Guid> WaitingIn(string recipient, Parcel.Types.Lane lane)
    {
        lock (_gate) return _lanes.TryGetValue((recipient, lane), out var parcels) ? [.. parcels.SelectMany(parcel => parcel.Waiting.Keys)] : [];
    }

    /// <summary>Takes a place.</summary>
    internal void Add(SentParcel parcel)
    {
        lock (_gate)
        {
            if (!_lanes.TryGetValue((parcel.Recipient, parcel.Lane), out var parcels)) _lanes[(parcel.Recipient, parcel.Lane)] = parcels = [];
            parcels.Add(parcel);
            foreach (var message in parcel.Waiting.Keys) _messages[message] = parcel;
        }
    }

    /// <summary>Notes a parcel without messages: it takes no place, but what is handed over behind it expires in the queue no earlier than it does.</summary>
    internal void AddBeside(string recipient, Parcel.Types.Lane lane, DateTimeOffset expiresAt) => Add(new(recipient, lane, expiresAt, []) { IsBeside = true });

    /// <summary>Gives the place of a parcel back that did not get away.</summary>
    internal void GiveBack(SentParcel parcel)
    {
        lock (_gate) Remove(parcel);
        WhenFreed?.Invoke(parcel.Recipient, parcel.Lane);
    }

    /// <summary>The digest of a message that is on its way to an agency; null where it is not known to be.</summary>
    internal byte[]? DigestOf(Guid messageId, string recipient)
    {
        lock (_gate) return _messages.TryGetValue(messageId, out var parcel) && parcel.Recipient == recipient ? parcel.Waiting.GetValueOrDefault(messageId) : null;
    }

    /// <summary>Where a message that is on its way was made; null where that is not known.</summary>
    internal string? TraceOf(Guid messageId)
    {
        lock (_gate) return _messages.GetValueOrDefault(messageId)?.Traces?.GetValueOrDefault(messageId);
    }

    /// <summary>How many parcels of a lane are on their way, to whomever.</summary>
    internal int Count(Parcel.Types.Lane lane)
    {
        lock (_gate) return _lanes.Where(one => one.Key.Lane == lane).Sum(one => one.Value.Count(TakesAPlace));
    }

    /// <summary>A message's receipt is stored.</summary>
    internal void Done(Guid messageId)
    {
        SentParcel? parcel;
        lock (_gate)
        {
            if (!_messages.Remove(messageId, out parcel)) return;
            parcel.Waiting.Remove(messageId);
            if (parcel.Waiting.Count > 0) return;
            PassBy(parcel);
            Remove(parcel);
        }
        WhenFreed?.Invoke(parcel.Recipient, parcel.Lane);
    }

    // As the bus does, which counts by a clock of its own: one that would live longer than any may was noted by a clock of ours that was ahead. One that has expired lies in its queue as long as one before it has not, and may yet be brought.
    private void DropExpired(List<SentParcel> parcels, DateTimeOffset now)
    {
        foreach (var ahead in parcels.Where(parcel => parcel.ExpiresAt - now > ResendDelay.Beyond).ToList()) Remove(ahead);
        var first = parcels.FindIndex(parcel => parcel.ExpiresAt > now && !parcel.IsPassed);
        foreach (var gone in parcels.Where((parcel, place) => parcel.ExpiresAt <= now && (parcel.IsPassed || first < 0 || place < first)).ToList()) Remove(gone);
    }

    // What was handed over before it has left the queue, brought or dropped.
    private void PassBy(SentParcel received)
    {
        foreach (var before in _lanes[(received.Recipient, received.Lane)].TakeWhile(parcel => parcel != received)) before.IsPassed = true;
    }

    private static bool TakesAPlace(SentParcel parcel) => !parcel.IsBeside;

    private void Remove(SentParcel parcel)
    {
        if (_lanes.TryGetValue((parcel.Recipient, parcel.Lane), out var parcels)) parcels.Remove(parcel);
        // A message may be on its way again in a later parcel.
        foreach (var message in parcel.Waiting.Keys)
            if (_messages.TryGetValue(message, out var latest) && latest == parcel) _messages.Remove(message);
    }
}

/// <summary>A parcel that is on its way.</summary>
internal sealed class SentParcel(string recipient, Parcel.Types.Lane lane, DateTimeOffset expiresAt, IEnumerable<DueMessage> messages)
{
    internal string Recipient { get; } = recipient;

    internal Parcel.Types.Lane Lane { get; } = lane;

    internal DateTimeOffset ExpiresAt { get; } = expiresAt;

    /// <summary>True where it has no messages, and so takes no place.</summary>
    internal bool IsBeside { get; init; }

    /// <summary>True once a later one was receipted: it is in no queue any more, though its own receipts have not come.</summary>
    internal bool IsPassed { get; set; }

    /// <summary>Where each message was made; null where nobody listens to spans.</summary>
    internal IReadOnlyDictionary<Guid, string>? Traces { get; init; }

    /// <summary>The digests of the messages for which no receipt is stored yet.</summary>
    internal Dictionary<Guid, byte[]> Waiting { get; } = messages.ToDictionary(message => message.Id, message => message.Sha256);
}
