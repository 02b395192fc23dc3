using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Level = InfoSharing.V1.Perpetrator.Types.Rosh.Types.Level;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Validator.Rules.Agencies.Probation;

/// <summary>IS-B03. Probation has judged whom this person may harm. Risk to children and to a known adult are what a social worker needs of it; a limited-access record answers "not known" and is asked for by telephone.</summary>
internal sealed class RiskOfSeriousHarmIsBrought : Rule
{
    public override RuleCard Card { get; } = new("IS-B03", RuleGroup.AgencyMinimum, Severity.Warn)
    {
        Message = "What is the risk of serious harm from {person}, to children and to a known adult? Give both levels from OASys. \"Not known\" is an answer.",
        Remedy = "Add both levels to what is known of this person, or say under \"not held\" that there is no assessment, or that you do not know.",
        Source = "S9, L1, L25; OASys RoSH summary; probation minimum, Product",
        MayRise = true,
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var person in c.People.CausingHarm)
        {
            if (Minimum.IsAnswered(c.Transfer, What.OasysRosh, person.Ref)) continue;
            if (Minimum.Missing(c.Transfer, person.Ref, "rosh", static known => known.Rosh is { Children: not Level.Unspecified, KnownAdult: not Level.Unspecified }) is { } field) found.Fire(field, ("person", person.Ref));
        }
    }
}
