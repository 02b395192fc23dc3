using InfoSharing.Exchange.Delivery.Dispatch;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using Verdict = InfoSharing.V1.WitnessFound.Types.Verdict;

namespace InfoSharing.Exchange.Witnessing;

/// <summary>
/// Asks every other agency of the directory which heads of our chain it has seen, and waits. Every one: a ledger that was put back may have forgotten whom it knows. Who does not answer is asked
/// again each few seconds until the time is up.
/// </summary>
internal sealed class WitnessRound(ILedger ledger, AgencyKeys us, IPartnerKeys partners, BesideSender sender, WitnessRecords records, TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);

    /// <summary>Does it.</summary>
    /// <param name="wait">How long they are waited for.</param>
    /// <param name="tell">Told how many have answered, of how many, each time that it changes.</param>
    /// <param name="cancellationToken">Ends it; what is answered later is recorded all the same.</param>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down.</exception>
    internal async Task<VerifyReply.Types.Heard> RunAsync(TimeSpan wait, Func<int, int, Task> tell, CancellationToken cancellationToken)
    {
        var asked = partners.Agencies.Where(agency => agency != us.Agency).Order(StringComparer.Ordinal).ToList();
        var question = Guid.CreateVersion7(clock.GetUtcNow()).ToString("D");
        var since = await records.AskAsync(question, cancellationToken);
        var heard = new Dictionary<string, WitnessFound>();
        var (began, told, read) = (clock.GetTimestamp(), -1, since);
        TimeSpan askedLast = default;
        for (var first = true; ; first = false)
        {
            var passed = clock.GetElapsedTime(began);
            if (first || passed - askedLast >= AskAgain)
            {
                askedLast = passed;
                await AskAsync([.. asked.Where(agency => !heard.ContainsKey(agency))], question, since, cancellationToken);
            }
            foreach (var (position, found) in await records.HeardAsync(question, read, cancellationToken))
            {
                heard.TryAdd(found.Partner, found);
                read = position;
            }
            if (heard.Count != told) await tell(told = heard.Count, asked.Count);
            if (heard.Count >= asked.Count || passed >= wait) break;
            await Task.Delay(Look, clock, cancellationToken);
        }
        var reply = new VerifyReply.Types.Heard { Position = (await ledger.HeadAsync(cancellationToken)).Position };
        reply.Witnesses.AddRange(asked.Select(agency => heard.GetValueOrDefault(agency) ?? new() { Partner = agency, Verdict = Verdict.Silent }));
        reply.Restored.AddRange(await WitnessJudge.RestoringsAsync(ledger, cancellationToken));
        return reply;
    }

    // All at once, as far as there are cores to seal: a partner whose queue takes nothing holds up no other.
    private async Task AskAsync(List<string> agencies, string question, ulong since, CancellationToken cancellationToken) => await Task.WhenAll(agencies.Select(agency =>
        sender.SendAsync(agency, Parcel.Types.Lane.AlertsAndAnswers, parcel => parcel.Witnesses.Add(new Witness { Question = question, AskedBy = us.Agency, Since = since }), cancellationToken)));
}
