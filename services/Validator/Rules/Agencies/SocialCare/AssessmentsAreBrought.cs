using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Validator.Rules.Agencies.SocialCare;

/// <summary>IS-S02. An assessment without its dates cannot be weighed: the family in it may be the one before the separation. Whether a child has one at all is IS-401's question.</summary>
internal sealed class AssessmentsAreBrought : Rule
{
    public override RuleCard Card { get; } = new("IS-S02", RuleGroup.AgencyMinimum, Severity.Warn)
    {
        Message = "When was {child}'s assessment begun, and when was it authorised? A worker cannot tell otherwise which home and which year it speaks of.",
        Remedy = "Add both dates. Where it is not authorised yet, or you do not know, say so under \"not held\".",
        Source = "S4, L7, L25; social care minimum, Product",
        MayRise = true,
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        for (var i = 0; i < c.Transfer.ChildAssessments.Count; i++)
        {
            var one = c.Transfer.ChildAssessments[i];
            if (!c.People.IsMoving(one.Child) || (one.Needs.IsBlank() && one.Risks.IsBlank())) continue;
            if (Minimum.IsAnswered(c.Transfer, What.Assessments, one.Child)) continue;
            var field = Field.Of("child_assessments", one.Item, i);
            if (one.StartedOn.IsBlank()) found.Fire(field + ".started_on", ("child", one.Child));
            else if (one.AuthorisedOn.IsBlank()) found.Fire(field + ".authorised_on", ("child", one.Child));
        }
    }
}
