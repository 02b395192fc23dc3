using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.ForcedMarriage;

/// <summary>IS-608. Word to the family can bring a beating or a flight within the day. What has been said cannot be unsaid: it stays on the record, with what was done since. Only the plan is stopped.</summary>
internal sealed class TellingTheFamilyIsStopped : Rule
{
    private const string AfterTelling = ".risk_after_telling";

    public override RuleCard Card { get; } = new("IS-608", RuleGroup.Safety, Severity.Refuse)
    {
        Message = "The family has been told, or there is a plan to tell them. In forced marriage this can bring harm or removal abroad. If it is only planned: "
            + "do not tell them; ring the police FM lead. If it has happened: "
            + "keep it on the record and say who was told, when, and what has been done since to keep {person} safe.",
        Remedy = "Remove the plan, or fill \"risk after telling\".",
        Source = "L20, L27; practice 5",
        Overridable = false,
        OverridableWhere = static finding => finding.Field.EndsWith(AfterTelling, StringComparison.Ordinal),
    };

    internal override void Judge(Case c, Findings found)
    {
        if (!c.Abuse.AnyForcedMarriage) return;
        HashSet<string> safe = [.. c.Transfer.DisclosureControls?.MustNotAlert.SelectMany(entry => entry.Except) ?? []];
        for (var i = 0; i < c.Transfer.Told.Count; i++)
        {
            var told = c.Transfer.Told[i];
            if (c.Abuse.ForcedMarriage(told.Person) || safe.Contains(told.Person)) continue;
            var isTold = told.Told_ == Told.Types.Answer.Yes;
            if (isTold ? !told.RiskAfterTelling.IsBlank() : told.PlannedFor.IsBlank()) continue;
            found.Fire(Field.Of("told", told.Item, i) + (isTold ? AfterTelling : ".planned_for"), ("person", Refs.Join(c.Abuse.ForcedMarriagePersons)));
        }
    }
}
