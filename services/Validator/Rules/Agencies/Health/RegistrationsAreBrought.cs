using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Validator.Rules.Agencies.Health;

/// <summary>IS-H01. Health alone can say where a child is registered, and records follow the registration. No NHS number is asked for.</summary>
internal sealed class RegistrationsAreBrought : Rule
{
    public override RuleCard Card { get; } = new("IS-H01", RuleGroup.AgencyMinimum, Severity.Warn)
    {
        Message = "Where is {child} registered with a GP? Say the practice, or that there is none: a child whom no practice knows is seen by nobody. \"Not known\" is an answer.",
        Remedy = "Add the registration with the practice's code, choose \"not registered\", or say under \"not held\" that you do not know.",
        Source = "L15, L25; health minimum, Product",
        MayRise = true,
        Owed = TransferKinds.HandOvers,
        OwedWithin = Within.FiveWorkingDays,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var child in c.People.Moving)
        {
            if (People.IsUnborn(child) || Minimum.IsAnswered(c.Transfer, What.Registrations, child.Ref)) continue;
            var all = c.Transfer.Registrations;
            var has = false;
            for (var i = 0; i < all.Count; i++)
            {
                if (all[i].Child != child.Ref || all[i].Kind != Registration.Types.Kind.Gp || all[i].Status == Registration.Types.Status.Unspecified) continue;
                has = true;
                if (all[i].Status == Registration.Types.Status.Registered && all[i].OrganisationCode.IsBlank())
                    found.Fire(Field.Of("registrations", all[i].Item, i) + ".organisation_code", ("child", child.Ref));
            }
            if (!has) found.Fire("registrations", ("child", child.Ref));
        }
    }
}
