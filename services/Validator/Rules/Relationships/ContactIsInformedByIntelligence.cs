using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using AgencyKind = InfoSharing.V1.Party.Types.AgencyKind;
using Check = InfoSharing.V1.ContactArrangement.Types.IntelligenceCheck;
using Kind = InfoSharing.V1.ContactArrangement.Types.Kind;

namespace InfoSharing.Validator.Rules.Relationships;

/// <summary>
/// IS-207. Contact is agreed on what a parent says of himself; police may hold what he did not say. Only police and
/// social care can be asked to have made the check: a health visitor cannot, and is asked only whether police were.
/// </summary>
internal sealed class ContactIsInformedByIntelligence : Rule
{
    public override RuleCard Card { get; } = new("IS-207", RuleGroup.Relationships, Severity.Refuse)
    {
        Message = "Contact between {child} and {person} has not been informed by intelligence. Record the police check (date, who, result), or why it cannot be had and what you do meanwhile.",
        Variants = new Dictionary<string, string> { ["others"] = "Ask {area} police for the check; record when you asked." },
        Remedy = "The conclusion and handling code travel, never the intelligence text unless police send it and its code permits.",
        Source = "L2; PD12J for court-ordered contact; practice 5",
    };

    internal override void Judge(Case c, Findings found)
    {
        var all = c.Transfer.ContactArrangements;
        var canCheck = c.Transfer.From?.AgencyKind is AgencyKind.Police or AgencyKind.SocialCare;
        for (var i = 0; i < all.Count; i++)
        {
            var one = all[i];
            if (one.Kind is Kind.Unspecified or Kind.None || !c.HarmfulParents.Contains(one.Person) || !c.People.IsMoving(one.Child)) continue;
            if (IsInformed(one.IntelligenceCheck)) continue;
            var field = Field.Of("contact_arrangements", one.Item, i) + ".intelligence_check";
            if (canCheck) found.Fire(field, ("child", one.Child), ("person", one.Person));
            else if (one.IntelligenceCheck is null || one.IntelligenceCheck.AskedPoliceOn.IsBlank())
                found.Fire(Severity.Warn, field, "others", mayRise: false, ("child", one.Child), ("person", one.Person), ("area", c.Transfer.From?.AreaGss ?? ""));
        }
    }

    private static bool IsInformed(Check? check) =>
        check is not null && (check.Done == Check.Types.Done.Yes || (!check.WhyNot.IsBlank() && !check.InterimSafeguard.IsBlank()));
}
