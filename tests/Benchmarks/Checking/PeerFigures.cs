using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Tests.Benchmarks.Checking;

/// <summary>
/// Ten rules, ours and FluentValidation's, over the clean transfer and over a faulty one in which each of the ten fires: CPU time,
/// so that whatever else the machine does is not counted. Ours do more (IS-917 also asks about each child) and also name each place by its item.
/// </summary>
internal static class PeerFigures
{
    private const int Rounds = 20_000;

    public static void Print()
    {
        var peer = new TenInFluentValidation();
        var ours = TenInFluentValidation.Ids.Select(id => RuleSets.Newest.Find(id)!).ToArray();
        var context = new JudgingContext { At = Samples.JudgedOn };
        Console.WriteLine();
        Console.WriteLine("Ten rules             ours CPU µs    bytes    FluentValidation CPU µs     bytes    times faster   (findings: ours, theirs)");
        foreach (var (name, transfer) in new[] { ("clean", Samples.Complete()), ("faulty", Faulty()) })
        {
            var (a, aBytes) = Cpu.Of(Rounds, () => GC.KeepAlive(Ours(ours, transfer, context)));
            var (b, bBytes) = Cpu.Of(Rounds, () => GC.KeepAlive(peer.Validate(transfer)));
            Console.WriteLine($"{name,-18} {a,14:F2} {aBytes,8:N0} {b,26:F2} {bBytes,9:N0} {b / a,15:F1}   ({Ours(ours, transfer, context).Fired.Count}, {peer.Validate(transfer).Errors.Count})");
        }
    }

    private static Findings Ours(Rule[] rules, Transfer transfer, JudgingContext context)
    {
        var c = new Case(transfer, context);
        var found = new Findings();
        foreach (var rule in rules)
        {
            if (!rule.RunsOn(c)) continue;
            found.Of(rule);
            rule.Judge(c, found);
        }
        c.Release();
        return found;
    }

    private static Transfer Faulty()
    {
        var transfer = Samples.Complete();
        transfer.Decisions[0].MadeBy = null;
        transfer.RelationshipExploration[0].ExploredOn = "";
        transfer.RelationshipExploration[1].Status = RelationshipExploration.Types.Status.NotExplored;
        transfer.Support.Clear();
        transfer.Support.Add(new Support { For = "P1", Type = Support.Types.Type.Idva });
        (transfer.Move.RiskEffect, transfer.Move.Permanence, transfer.Move.WhereaboutsKnown) = (default, Move.Types.Permanence.Unknown, YesNo.No);
        (transfer.LawfulBasis.Basis, transfer.LawfulBasis.FamilyAgreement) = (LawfulBasis.Types.Basis.Consent, default);
        transfer.Accommodation.Pays = "";
        return transfer;
    }
}
