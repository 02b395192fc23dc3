using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Fmpo = InfoSharing.V1.ForcedMarriage.Types.Fmpo;

namespace InfoSharing.Validator.Rules.ForcedMarriage;

/// <summary>IS-606. The order may run for life; the team that asked for it has the case until a birthday.</summary>
internal sealed class OrderOutlivingChildhoodHasLeads : Rule
{
    private const int Grown = 18;
    private const int MonthsBefore = 12;

    public override RuleCard Card { get; } = new("IS-606", RuleGroup.Safety, Severity.Warn)
    {
        Message = "The order may outlast children's services for {person}. Record adult safeguarding and police leads.",
        Remedy = "Name both.",
        Source = "L11, L19",
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var (order, index) in c.Abuse.OrdersInForce)
        {
            if ((!order.AdultLead.IsBlank() && !order.PoliceLead.IsBlank()) || c.People.Find(order.Protected) is not { } person) continue;
            if (Days.Parse(person.DateOfBirth) is not { } born) found.Undecided($"persons[{person.Ref}].date_of_birth");
            else if (c.People.AgeOf(person) < Grown && MayOutlast(order, born.AddYears(Grown), c.People.AgesOn))
                found.Fire(Field.Of("forced_marriage.fmpos", order.Item, index), ("person", person.Ref));
        }
    }

    private static bool MayOutlast(Fmpo order, DateOnly grown, DateOnly day) =>
        grown <= day.AddMonths(MonthsBefore) || order.UntilFurtherOrder || Days.Parse(order.ExpiresOn) > grown;
}
