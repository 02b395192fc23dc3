using System.Text;
using InfoSharing.Tests.SystemLane.Moving;

namespace InfoSharing.Tests.SystemLane.Faults;

/// <summary>What a run of faults came to, as Markdown: each fault, how often it struck, and what was lost and doubled of all that was acknowledged from it to the next.</summary>
internal static class FaultTable
{
    internal static string Of(int seed, TimeSpan took, MovingFamilies families, IReadOnlyList<Fault> faults, IReadOnlyDictionary<string, int> struck, Reckoning reckoning)
    {
        var text = new StringBuilder();
        text.AppendLine($"{families.All.Count:N0} transfers sent and answered between eight agency processes in {took.TotalMinutes:N1} minutes, seed {seed}.");
        text.AppendLine();
        text.AppendLine("| Fault | Times | Acknowledged from it to the next | Lost | Doubled |");
        text.AppendLine("|---|---:|---:|---:|---:|");
        foreach (var fault in faults)
            if (fault.Impossible is { } why) text.AppendLine($"| {fault.Name} | 0 ({why}) | | | |");
            else text.AppendLine($"| {fault.Name} | {struck.GetValueOrDefault(fault.Name)} | {families.All.Values.Count(moved => moved.Meanwhile == fault.Name):N0} | {reckoning.LostWhile(fault.Name)} | {reckoning.DoubledWhile(fault.Name)} |");
        text.AppendLine($"| all | {struck.Values.Sum()} | {families.All.Count:N0} | {reckoning.Lost} | {reckoning.Doubled} |");
        text.AppendLine();
        text.AppendLine($"Receipts without stored bytes: {reckoning.ReceiptsWithoutBytes}. Children with other than one holder, by either ledger: {reckoning.OtherThanOneHolder}. Chains broken: {reckoning.BrokenChains}. Ledgers that a partner contradicts: {reckoning.Contradicted}.");
        text.AppendLine($"After ledgers were brought back their callers asked again for {families.SentAgain:N0} sends, and gave {families.AnsweredAgain:N0} answers again: those of whole cases where the ledger did not show them, of alerts all.");
        text.AppendLine($"Flows looked at meanwhile: {families.Looks:N0}; a ledger showed nobody: {families.Nobody} times.");
        return text.ToString();
    }
}
