using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Validator.Rules.Agencies.SocialCare;

/// <summary>IS-S03. A chronology about the parents alone leaves each child out of their own life. A child under 1 may have been born since the last entry.</summary>
internal sealed class ChronologyIsBrought : Rule
{
    public override RuleCard Card { get; } = new("IS-S03", RuleGroup.AgencyMinimum, Severity.Warn)
    {
        Message = "{child} is nowhere in the chronology. Name each child in the entries that are part of their life.",
        Variants = new Dictionary<string, string>
        {
            ["first"] = "When was your service first involved with this family? The chronology begins there, and the next worker cannot see whether it does.",
        },
        Remedy = "Add {child} to the entries about them, or add what is missing; or say under \"not held\" that there is nothing, or that you do not know.",
        Source = "S4, S6, L3, L25; social care minimum, Product",
        MayRise = true,
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        if (c.Transfer.FirstInvolvementOn.IsBlank() && !Minimum.IsAnswered(c.Transfer, What.Chronology))
            found.Fire(Card.Severity, "first_involvement_on", "first", Card.MayRise);
        var named = c.Transfer.Chronology.SelectMany(entry => entry.Persons).ToHashSet();
        foreach (var child in c.People.Moving)
        {
            if (named.Contains(child.Ref) || c.People.AgeOf(child) is null or < 1 || Minimum.IsAnswered(c.Transfer, What.Chronology, child.Ref)) continue;
            found.Fire("chronology", ("child", child.Ref));
        }
    }
}
