using System.Collections.Concurrent;
using InfoSharing.Exchange.Delivery.Receive;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Restoring;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using Microsoft.Extensions.Logging;
using Direction = InfoSharing.V1.Reconciliation.Types.Direction;
using Lane = InfoSharing.V1.Parcel.Types.Lane;
using Says = InfoSharing.V1.Reconciliation.Types.Says;
using Span = InfoSharing.V1.Reconciliation.Types.Span;

namespace InfoSharing.Exchange.Reconciling;

/// <summary>
/// What a partner says of what it holds: 1. What it gives back is taken. 2. Each span is compared with what we hold. 3. What it lacks of ours goes again; what it lacks of
/// its own is given back. 4. It is answered. 5. Where it says that all of a span in doubt is equal, through every lane, we are reconciled with it.
/// </summary>
internal sealed class ReconciliationIntake(
    ILedger ledger, AgencyKeys us, Rounds rounds, Comparing comparing, GivingBack giving, TakingBack taking, TimeProvider clock, ILogger<ReconciliationIntake> log)
{
    private const int MostSpans = 512;
    private const int MostMarks = 32 * 1024;
    private const int MostApart = 4096;
    private const int MostAgain = 256;

    // A partner may ask without end: so often in a minute it is answered, and so much of what it says that it lacks goes again in an hour.
    private readonly Allowance _answers = new(240, TimeSpan.FromMinutes(1), clock);
    private readonly Allowance _again = new(50_000, TimeSpan.FromHours(1), clock);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _oneAtATime = [];

    /// <summary>Takes what a parcel says.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down.</exception>
    internal async Task TakeAsync(ArrivedParcel came)
    {
        var partner = came.Parcel.Sender;
        foreach (var said in came.Parcel.Reconciliations)
        {
            // What gives back and says nothing else wants no answer.
            if (!IsOfItsForm(said, partner) || said.Spans.Count > 0 && !_answers.Take(partner, 1)) continue;
            var turn = _oneAtATime.GetOrAdd(partner, _ => new(1));
            await turn.WaitAsync();
            try
            {
                await TakeAsync(said, partner);
            }
            finally
            {
                turn.Release();
            }
        }
    }

    private async Task TakeAsync(Reconciliation said, string partner)
    {
        var begunByUs = said.BegunBy == us.Agency;
        var seen = rounds.SeenOf(partner);
        seen.Hear(clock.GetTimestamp());
        // 1, all at once: they share a commit.
        var taken = await Task.WhenAll(said.GivenBack.Select(given => taking.TakeAsync(given, partner)));
        var nameless = new List<Guid>();
        foreach (var (given, became) in said.GivenBack.Zip(taken))
            if (became == TakenBack.Never && Guid.TryParse(given.Receipt?.MessageId, out var never)) nameless.Add(never);
        if (taken.Count(became => became == TakenBack.Stored) is > 0 and var takenBack)
        {
            seen.TakeBack(takenBack);
            ReconcilingLog.TakenBack(log, partner, takenBack);
        }

        // 2, 3
        var apart = said.Apart.Select(IdSpan.IdOf).ToHashSet();
        var reply = new Reconciliation { Round = said.Round, BegunBy = said.BegunBy, Lane = said.Lane, WholeFirst = said.WholeFirst, WholeLast = said.WholeLast, Apart = { said.Apart } };
        var room = GivingBack.MostBytes;
        foreach (var span in begunByUs && seen.IsOvertaken(said.Round) ? [] : said.Spans)
        {
            var ours = span.Direction == Direction.ToSender; // as the sender of this parcel says it
            if (span.Says == Says.Equal || IdSpan.Of(span.First, span.Last) is not { } ids) continue;
            var held = await ledger.MarksAsync(partner, ours, ids.First, ids.Last, CancellationToken.None);
            var found = Comparison.Of(span, ids, ours, held, apart);
            foreach (var one in found.Replies)
                if (begunByUs ? one.Says != Says.Equal : one.Says != Says.Equal || IsWhole(one, said)) reply.Spans.Add(one);
            nameless.AddRange(found.Differ);
            var here = held.Select(mark => mark.Id).ToHashSet();
            nameless.AddRange(found.WeLack.Where(mark => mark.Erased).Select(mark => IdSpan.IdOf(mark.Id)).Where(id => !here.Contains(id)));
            // Where they wait for our receipt alone it can be given, whatever became of the case.
            var receiptsAlone = ours ? [] : span.Marks.Where(mark => mark.Waiting).Select(mark => IdSpan.IdOf(mark.Id)).ToHashSet();
            var lacking = found.TheyLack.Where(mark => (!mark.Erased || receiptsAlone.Contains(mark.Id)) && !found.Differ.Contains(mark.Id)).ToList();
            nameless.AddRange(found.TheyLack.Where(mark => mark.Erased && !receiptsAlone.Contains(mark.Id)).Select(mark => mark.Id));
            if (lacking.Count == 0) continue;
            if (ours)
            {
                await SendAgainAsync(lacking, partner, seen);
            }
            else
            {
                var (given, bytes, isAll) = await giving.OfAsync(lacking, receiptsAlone, room, CancellationToken.None);
                reply.GivenBack.AddRange(given);
                room -= bytes;
                // Asked again behind what is given: what is lacking then is given then.
                if (!isAll) reply.Spans.Add(Comparison.Named(ids, ours, held, apart));
            }
        }
        seen.GiveBack(reply.GivenBack.Count);
        if (begunByUs && nameless.Count > 0 && rounds.SetApart(partner, nameless))
        {
            seen.Mend();
            ReconcilingLog.Apart(log, partner, rounds.ApartWith(partner).Count);
        }

        // 4
        if (reply.Spans.Count + reply.GivenBack.Count > 0) await comparing.SendAsync(partner, Lane.AlertsAndAnswers, reply, CancellationToken.None);
        // 5
        if (begunByUs) await GoOnAsync(said, partner, seen, isLast: reply.Spans.Count + reply.GivenBack.Count == 0 && !said.MoreFollows);
    }

    private async Task GoOnAsync(Reconciliation said, string partner, RoundSeen seen, bool isLast)
    {
        if (IdSpan.Of(said.WholeFirst, said.WholeLast) is not { } whole) return;
        var equal = said.Spans.Where(span => span.Says == Says.Equal && IsWhole(span, said)).Select(span => span.Direction).ToHashSet();
        if (equal.Count == 2) seen.FindEqual();
        // As the partner says it: what it has stored from us is all that we have its receipts for.
        if (equal.Contains(Direction.ToSender) && IsOfThisDoubt(said, whole, partner))
        {
            if (said.Lane == Lane.Documents) await SettleAsync(partner);
            else await rounds.BeginAsync(partner, whole, said.Lane + 1, CancellationToken.None);
        }
        else if (isLast && seen.IsMended && !seen.IsOvertaken(said.Round))
        {
            await rounds.BeginAsync(partner, whole, said.Lane, CancellationToken.None);
        }
    }

    // A word from before the ledger was restored, or about less than all that is in doubt, settles nothing.
    private bool IsOfThisDoubt(Reconciliation said, IdSpan whole, string partner) =>
        ledger.Doubts.With(partner) && whole == rounds.InDoubt && Answers.Folding.Exchanged.MadeAtOf(said.Round) is { } begun && begun >= Millisecond(ledger.Doubts.RestoredAt!.Value);

    private static DateTimeOffset Millisecond(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());

    private async Task SettleAsync(string partner)
    {
        await ledger.AppendAsync(new() { Rows = new() { Audits = [new(null, 0, Doubts.Reconciled, System.Text.Encoding.UTF8.GetBytes(partner))] } }, CancellationToken.None);
        ledger.Doubts.Settle(partner);
        ReconcilingLog.Reconciled(log, partner);
    }

    private async Task SendAgainAsync(List<HeldMark> lacking, string partner, RoundSeen seen)
    {
        var now = clock.GetUtcNow();
        foreach (var some in lacking.Chunk(MostAgain))
        {
            // Those that go again already are on their way.
            var still = new List<Guid>();
            foreach (var mark in some)
                if (await ledger.MessageAsync(mark.Id, CancellationToken.None) is { GoesAgain: false, DoneAt: not null }) still.Add(mark.Id);
            if (still.Count == 0 || !_again.Take(partner, still.Count)) continue;
            await ledger.AppendAsync(new()
            {
                Rows = new() { Again = still.ConvertAll(id => new AgainRow(id, now)), Audits = [new(null, 0, "sent-again", System.Text.Encoding.UTF8.GetBytes($"{partner} {still.Count}"))] },
            }, CancellationToken.None);
            seen.SendAgain(still.Count);
            ReconcilingLog.SentAgain(log, partner, still.Count);
        }
    }

    private static bool IsWhole(Span span, Reconciliation said) => span.First == said.WholeFirst && span.Last == said.WholeLast;

    private bool IsOfItsForm(Reconciliation said, string partner) =>
        (said.BegunBy == us.Agency || said.BegunBy == partner) && said.Lane is Lane.AlertsAndAnswers or Lane.Transfers or Lane.Documents && Guid.TryParseExact(said.Round, "D", out _)
        && said.Spans.Count <= MostSpans && said.Apart.Count <= MostApart && said.Apart.All(id => id.Length == 16) && said.Spans.Sum(span => span.Marks.Count) <= MostMarks
        && said.Spans.All(span => span.Direction is Direction.FromSender or Direction.ToSender && span.Marks.All(mark => mark.Id.Length == 16 && mark.Sha256.Length == 32));
}
