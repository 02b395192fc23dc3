using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.YoungPeople;

/// <summary>IS-507. Between sixteen and eighteen each service thinks that the other one has the case. Both doors are open.</summary>
internal sealed class SixteenAndSeventeenHaveBothRoutes : Rule
{
    private const int Both = 16;
    private const int Grown = 18;

    public override RuleCard Card { get; } = new("IS-507", RuleGroup.YoungPeople, Severity.Advise)
    {
        Message = "The Act's definition applies where both people are 16 or over. At 16–17 MARAC and child protection are both open.",
        Remedy = "Consider both; neither excludes the other.",
        Source = "L9, L11; DA Act 2021; SafeLives 16–17 guidance; practice 21",
        Applies = TransferKinds.All,
        SpeaksOfWhatIsThere = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        for (var i = 0; i < c.Transfer.Relationships.Count; i++)
        {
            var relationship = c.Transfer.Relationships[i];
            if (!Couples.IsAbusive(relationship) || Couples.PeopleOf(relationship, c.People) is not { } couple) continue;
            var (one, other) = (c.People.AgeOf(couple.A), c.People.AgeOf(couple.B));
            if (one < Both || other < Both || (one >= Grown && other >= Grown)) continue;
            var atRisk = Couples.Victims(relationship, c.People).Where(victim => IsHighRisk(c.Transfer, victim)).ToList();
            if (atRisk.Count == 0) continue;
            if (one is null) found.Undecided($"persons[{couple.A.Ref}].date_of_birth");
            if (other is null) found.Undecided($"persons[{couple.B.Ref}].date_of_birth");
            if (one is null || other is null) continue;
            var young = atRisk.Where(victim => (victim == couple.A.Ref ? one : other) < Grown).ToList();
            if (young.Count > 0) found.Fire(Field.Of("relationships", relationship.Item, i), ("person", Refs.Join(young)));
        }
    }

    private static bool IsHighRisk(Transfer transfer, string victim)
    {
        foreach (var claim in transfer.Claims)
            if (claim.Risk == RiskLevel.High && claim.About.Contains(victim)) return true;
        return false;
    }
}
