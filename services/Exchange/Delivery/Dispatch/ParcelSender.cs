using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.V1;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Delivery.Dispatch;

/// <summary>
/// Step 7 for one recipient and lane: 1. Has the recipient a key, and does the bus take what is for it? 2. What is due is read, as much as may be
/// on its way. 3. It is packed. 4. It is noted as tried, so that another process, or this one after a crash, leaves it alone until it is due again;
/// meanwhile it is sealed. 5. It is handed to the bus, which drops it when its messages are due again.
/// </summary>
internal sealed class ParcelSender(
    ILedger ledger, IParcelCarrier carrier, IPartnerKeys partners, OnItsWay onItsWay, SharedLanes lanes, ReceiptsToGive receiptsToGive, ParcelMaker maker, ResendDelay delay,
    IOptions<DeliveryOptions> options, TimeProvider clock, DeliveryMeters meters, StepTimes steps, ILogger<ParcelSender> log)
{
    private readonly int _mostMessages = options.Value.ParcelMessages;
    private readonly TimeSpan _sendTime = TimeSpan.FromSeconds(options.Value.SendSeconds);
    private readonly TimeSpan _rest = TimeSpan.FromSeconds(options.Value.ResendFirstSeconds);
    private readonly ConcurrentDictionary<string, bool> _withoutKey = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> _restUntil = [];

    /// <summary>Sends what is due, and says whether more is.</summary>
    /// <param name="recipient">The agency.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="onTheirWay">Takes the parcels that are being handed over; they never fail.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down; nothing was handed over that it does not say was tried.</exception>
    internal async Task<StillDue> SendDueAsync(string recipient, Parcel.Types.Lane lane, ICollection<Task> onTheirWay, CancellationToken cancellationToken)
    {
        // 1
        if (KeyOf(recipient) is not { } key || Rests(recipient)) return StillDue.Nothing;
        // 2
        var room = await lanes.RoomAsync(recipient, lane, cancellationToken);
        var due = room > 0 && await lanes.IsOursAsync(recipient, lane, cancellationToken) ? await ledger.DueAsync(recipient, (int)lane, clock.GetUtcNow(), MostOf(lane, room), cancellationToken) : [];
        var receipts = lane == Parcel.Types.Lane.AlertsAndAnswers ? receiptsToGive.Take(recipient) : [];
        if (due.Count == 0 && receipts.Count == 0) return room > 0 ? StillDue.Nothing : StillDue.WaitsForRoom;
        // 3
        var packing = new Packing(delay, _mostMessages);
        var all = packing.Add(due, room);
        var head = await ledger.HeadAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var attempts = new List<AttemptRow>(due.Count);
        foreach (var (message, reason) in packing.CannotGo)
        {
            DeliveryLog.CannotSend(log, recipient, reason);
            attempts.Add(new(message.Id, now + delay.Longest));
        }
        var parcels = new List<(PackedParcel Packed, SentParcel Sent, TimeSpan Expires)>();
        var longest = onItsWay.LongestBefore(recipient, lane);
        foreach (var (place, packed) in packing.Parcels.Index())
        {
            var expires = delay.After(packed.Step);
            if (place == room - 1 && longest > now + expires) expires = longest - now;
            if (now + expires > longest) longest = now + expires;
            attempts.AddRange(packed.Messages.Select(one => new AttemptRow(one.Message.Id, now + expires)));
            parcels.Add((packed, new(recipient, lane, now + expires, packed.Messages.Select(one => one.Message)) { Traces = TracesOf(packed) }, expires));
        }
        // 4, 5
        var claim = attempts.Count == 0 ? Task.CompletedTask : ledger.AppendAsync(new() { Rows = new() { Attempts = attempts } }, cancellationToken);
        foreach (var (packed, sent, expires) in parcels)
        {
            onItsWay.Add(sent);
            onTheirWay.Add(HandOverAsync(maker.Make(recipient, lane, head, packed, receipts), key, claim, sent, expires, again: packed.Step > 0, cancellationToken));
            receipts = [];
        }
        if (receipts.Count > 0) onTheirWay.Add(HandOverAsync(maker.Make(recipient, lane, head, null, receipts), key, claim, null, delay.After(0), again: false, cancellationToken));
        await claim;
        if (room <= 0 || !all) return StillDue.WaitsForRoom;
        // The ledger gives 16 MiB at once: it stops before them only where the next message, little over 10 MiB at most, did not fit.
        return due.Count == MostOf(lane, room) || packing.Parcels.Sum(packed => packed.Bytes) > ParcelForm.AloneBytes / 2 ? StillDue.More : StillDue.Nothing;
    }

    // Parts of documents are 512 KiB each, and travel alone or nearly so: no more are read than may go.
    private int MostOf(Parcel.Types.Lane lane, int room) => lane == Parcel.Types.Lane.Documents ? Math.Min(_mostMessages, room) : _mostMessages;

    // For the span of each receipt; where nobody listens there is none.
    private static Dictionary<Guid, string>? TracesOf(PackedParcel packed) => DeliveryTraces.IsHeard ? packed.Messages.ToDictionary(one => one.Message.Id, one => Traces.In(one.Bytes)) : null;

    // While the bus does not take what is for a recipient, its messages keep their place in the queue and are not counted as tried.
    private bool Rests(string recipient) => _restUntil.TryGetValue(recipient, out var until) && until - clock.GetUtcNow() is var rest && rest > TimeSpan.Zero && rest < ResendDelay.Beyond;

    private X509Certificate2? KeyOf(string recipient)
    {
        var key = partners.SealingOf(recipient, clock.GetUtcNow());
        if (key is null && _withoutKey.TryAdd(recipient, true)) DeliveryLog.NoKey(log, recipient);
        if (key is not null && _withoutKey.TryRemove(recipient, out _)) DeliveryLog.KeyAgain(log, recipient);
        return key;
    }

    // Every failure becomes "not taken": the messages stay in the ledger and are due again, the receipts wait.
    private async Task HandOverAsync(Parcel parcel, X509Certificate2 key, Task claim, SentParcel? sent, TimeSpan expires, bool again, CancellationToken cancellationToken)
    {
        var (taken, mayBeThere) = (false, false);
        using var span = DeliveryTraces.Sending(parcel);
        try
        {
            var sealedParcel = await maker.SealAsync(parcel, key, cancellationToken);
            await claim;
            using var timeLimit = new CancellationTokenSource(_sendTime, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeLimit.Token, cancellationToken);
            using (steps.Begin(StepTimes.Publish)) await carrier.SendAsync(parcel.Recipient, parcel.Lane, sealedParcel, expires, either.Token);
            _restUntil.TryRemove(parcel.Recipient, out _);
            taken = true;
        }
        catch (LedgerUnavailableException)
        {
            // Nobody knows that it was tried, so it does not go; whoever waits for the claim says so.
        }
        catch (Exception failure) when (failure is BusUnavailableException or OperationCanceledException)
        {
            // What is confirmed late lies in the queue until it expires: its place is not free before.
            mayBeThere = failure is OperationCanceledException or BusUnavailableException { MayHaveTaken: true };
            _restUntil[parcel.Recipient] = clock.GetUtcNow() + _rest;
            if (!cancellationToken.IsCancellationRequested) DeliveryLog.NotTaken(log, parcel.Messages.Count, parcel.Receipts.Count, parcel.Recipient, failure.GetType().Name);
        }
        catch (Exception failure) // whatever a carrier or a certificate may do: one parcel that fails must not stop the others
        {
            DeliveryLog.NotMade(log, parcel.Messages.Count, parcel.Recipient, failure.GetType().Name);
        }
        meters.Sent(parcel, taken, again);
        if (taken) return;
        if (sent is not null && !mayBeThere) onItsWay.GiveBack(sent);
        receiptsToGive.Return(parcel.Recipient, parcel.Receipts);
    }
}
