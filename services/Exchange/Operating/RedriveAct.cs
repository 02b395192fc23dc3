using Grpc.Core;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Reconciling;
using InfoSharing.V1;
using InfoSharing.Validator.Shapes;
using Microsoft.Extensions.Options;
using State = InfoSharing.V1.RedriveReply.Types.State;

namespace InfoSharing.Exchange.Operating;

/// <summary>
/// Sends again what is stuck or was sent: 1. the set is found, and shown; 2. it is frozen, with who and why; 3. a large one waits for a second person; 4. it goes a few hundred at a
/// time, the next when these have their receipts or half a minute is over; 5. what it has got to is told until it ends, is stopped, or nobody listens.
/// </summary>
internal sealed class RedriveAct(ILedger ledger, RedriveSets sets, ReadRecords records, IOptions<OperatingOptions> options, TimeProvider clock)
{
    private const int Most = 10_000;
    private const int AtOnce = 256;
    private const int ReasonLength = 500;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Does it.</summary>
    internal async Task Run(RedriveRequest request, Caller caller, IServerStreamWriter<RedriveReply> replies, CancellationToken cancellationToken)
    {
        RedriveSet set;
        if (request.WhatCase == RedriveRequest.WhatOneofCase.SetId)
        {
            set = await sets.FindAsync(request.SetId, cancellationToken);
        }
        else
        {
            // 1
            Check(request);
            var found = await FindAsync(request.Select ?? new(), cancellationToken);
            if (found.Count > Most) throw new ActNotAllowedException(Failed("too-many", $"More than {Most:N0} messages match. Narrow it by recipient, lane or time."));
            if (found.Count == 0) throw new ActNotAllowedException(Failed("nothing", "Nothing matches, so nothing goes again. 'stuck' shows what waits."));
            if (request.DryRun)
            {
                await records.Looked(caller, Act.Types.Kind.Inspect);
                await replies.WriteAsync(new() { State = State.DryRun, Of = (uint)found.Count, Messages = { found.Select(Seen.Of) } }, cancellationToken);
                return;
            }
            // 2
            set = await sets.FreezeAsync([.. found.Select(one => one.Id)], request.Reason.Trim(), caller, cancellationToken);
            await TellAsync(set, [], replies, set.StateUnder(options.Value.AloneMost), found, cancellationToken);
        }
        // 3
        if (set.StateUnder(options.Value.AloneMost) == State.NeedsSecond)
        {
            if (request.WhatCase == RedriveRequest.WhatOneofCase.SetId) throw new ActNotAllowedException(Failed("needs-second", $"This set has {set.Messages.Count:N0} messages: a second operator must agree to it first."));
            return;
        }
        if (set.Stopped) await sets.GoOnAsync(set, caller, cancellationToken);
        await GoAsync(set.Id.ToString("D"), caller, replies, cancellationToken);
    }

    // 4, 5
    private async Task GoAsync(string setId, Caller caller, IServerStreamWriter<RedriveReply> replies, CancellationToken cancellationToken)
    {
        var there = new HashSet<Guid>(); // what is receipted stays so: it is asked for once
        while (true)
        {
            var set = await sets.FindAsync(setId, cancellationToken);
            if (set.Stopped || set.Ended)
            {
                if (set.Ended) await WaitForReceiptsAsync(set, [.. set.Messages], there, replies, cancellationToken);
                await TellAsync(set, there, replies, set.Ended ? State.Ended : State.Stopped, [], cancellationToken);
                return;
            }
            var next = set.Messages.Skip(set.Gone).Take(AtOnce).ToList();
            await sets.GoAsync(set, next, caller, CancellationToken.None); // what was begun is noted, whoever hangs up
            await WaitForReceiptsAsync(set with { Gone = set.Gone + next.Count }, next, there, replies, cancellationToken);
        }
    }

    private async Task WaitForReceiptsAsync(RedriveSet set, List<Guid> these, HashSet<Guid> there, IServerStreamWriter<RedriveReply> replies, CancellationToken cancellationToken)
    {
        var since = clock.GetTimestamp();
        while (true)
        {
            await TellAsync(set, there, replies, State.Going, [], cancellationToken);
            if (await ReceiptedAsync(these, there, cancellationToken) == these.Count || clock.GetElapsedTime(since) > Patience) return;
            await Task.Delay(Look, clock, cancellationToken);
        }
    }

    private async Task TellAsync(RedriveSet set, HashSet<Guid> there, IServerStreamWriter<RedriveReply> replies, State state, IReadOnlyList<QueuedMessage> messages, CancellationToken cancellationToken) => await replies.WriteAsync(
        new()
        {
            SetId = set.Id.ToString("D"), State = state, Of = (uint)set.Messages.Count, Again = (uint)set.Gone,
            Receipted = (uint)await ReceiptedAsync([.. set.Messages.Take(set.Gone)], there, cancellationToken), Messages = { messages.Select(Seen.Of) },
        }, cancellationToken);

    // Of an erased case nothing goes, so nothing is waited for.
    private Task<int> ReceiptedAsync(IReadOnlyCollection<Guid> messages, HashSet<Guid> there, CancellationToken cancellationToken) => ledger.OperatorAsync(async read =>
    {
        foreach (var id in messages)
            if (!there.Contains(id) && await read.OfIdAsync(id, cancellationToken) is null or { Done: true } or { Erased: true }) there.Add(id);
        return messages.Count(there.Contains);
    }, cancellationToken);

    private static void Check(RedriveRequest request)
    {
        var faults = new List<ShapeFault>();
        if (!request.DryRun && request.Reason.Trim().Length is 0 or > ReasonLength) faults.Add(new("reason", $"Say why it goes again, in at most {ReasonLength} characters and without a word of a case: it is recorded."));
        if (request.Select is { DeliveredToo: true, Recipient: "", MessageIds.Count: 0 }) faults.Add(new("select.recipient", "What has its receipt goes again to one recipient at a time: name it."));
        if (request.Select is { MessageIds: var ids } && (ids.Count > Most || ids.Any(id => !Guid.TryParse(id, out _)))) faults.Add(new("select.message_ids", $"Give at most {Most:N0} ids, each a UUID."));
        if (faults.Count > 0) throw new NotATransferException(faults);
    }

    private Task<IReadOnlyList<QueuedMessage>> FindAsync(RedriveRequest.Types.Select select, CancellationToken cancellationToken) => ledger.OperatorAsync<IReadOnlyList<QueuedMessage>>(async read =>
    {
        var (since, until) = (select.Since?.ToDateTimeOffset() ?? DateTimeOffset.UnixEpoch, select.Until?.ToDateTimeOffset() ?? DateTimeOffset.MaxValue);
        IEnumerable<QueuedMessage> found;
        if (select.MessageIds.Count > 0)
        {
            var named = new List<QueuedMessage>();
            foreach (var id in select.MessageIds.Distinct())
                if (await read.OfIdAsync(Guid.Parse(id), cancellationToken) is { } message && (select.DeliveredToo || !message.Done)) named.Add(message);
            found = named;
        }
        else if (select.Recipient.Length > 0)
        {
            var span = IdSpan.Between(since, until);
            found = await read.OfRecipientAsync(select.Recipient, span.First, span.Last, select.DeliveredToo, Most + 1, cancellationToken);
        }
        else
        {
            found = await read.WaitingAsync(0, Most + 1, cancellationToken);
        }
        return
        [
            .. found.Where(one => !one.Erased && (select.Recipient.Length == 0 || one.Recipient == select.Recipient) && (select.Lane == Parcel.Types.Lane.Unspecified || one.Lane == (int)select.Lane)
                && (Answers.Folding.Exchanged.MadeAtOf(one.Id.ToString("D")) ?? one.At) is var made && made >= since && made <= until),
        ];
    }, cancellationToken);

    private static No Failed(string code, string words) => new(code, NoKind.FailedPrecondition, words, []);
}
