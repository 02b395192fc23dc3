using System.Collections.Concurrent;
using InfoSharing.Exchange.Delivery.Dispatch;
using InfoSharing.Exchange.Delivery.Receive;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Reconciling;
using InfoSharing.V1;
using Microsoft.Extensions.Logging;
using Verdict = InfoSharing.V1.WitnessFound.Types.Verdict;

namespace InfoSharing.Exchange.Witnessing;

/// <summary>Takes what came about heads: a partner's question is answered with the heads of its own chain that are here; an answer to ours is judged, and recorded once.</summary>
internal sealed class WitnessIntake(
    AgencyKeys us, HeadsHeld held, WitnessJudge judge, WitnessRecords records, BesideSender sender, TimeProvider clock, ILogger<WitnessIntake> log)
{
    // A partner may ask without end, and an answer costs a hundred openings: so often in a minute. Answers cost as many signatures.
    private readonly Allowance _questions = new(30, TimeSpan.FromMinutes(1), clock);
    private readonly Allowance _answers = new(30, TimeSpan.FromMinutes(1), clock);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _oneAtATime = [];

    /// <summary>Takes what a parcel says.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down.</exception>
    internal async Task TakeAsync(ArrivedParcel came)
    {
        var partner = came.Parcel.Sender;
        foreach (var said in came.Parcel.Witnesses)
        {
            if (!Guid.TryParseExact(said.Question, "D", out _)) continue;
            if (said.AskedBy == partner && _questions.Take(partner, 1)) await AnswerAsync(said, partner);
            if (said.AskedBy == us.Agency && _answers.Take(partner, 1)) await HearAsync(said, partner);
        }
    }

    private async Task AnswerAsync(Witness asked, string partner)
    {
        var answer = new Witness { Question = asked.Question, AskedBy = partner, Since = asked.Since };
        answer.Heads.AddRange(await held.OfAsync(partner, CancellationToken.None));
        await sender.SendAsync(partner, Parcel.Types.Lane.AlertsAndAnswers, parcel => parcel.Witnesses.Add(answer), CancellationToken.None);
    }

    private async Task HearAsync(Witness said, string partner)
    {
        var turn = _oneAtATime.GetOrAdd(partner, _ => new(1));
        await turn.WaitAsync();
        try
        {
            if (!await records.AwaitsAsync(said.Question, said.Since, partner, CancellationToken.None)) return; // not asked by us, or answered before
            var found = await judge.JudgeAsync(partner, said.Heads, CancellationToken.None);
            await records.HearAsync(said.Question, found);
            if (found.Verdict is Verdict.Ahead or Verdict.Differs) WitnessingLog.Contradicts(log, partner, found.Position);
            if (found.Verdict == Verdict.NotBelieved) WitnessingLog.NotBelieved(log, partner);
        }
        finally
        {
            turn.Release();
        }
    }
}
