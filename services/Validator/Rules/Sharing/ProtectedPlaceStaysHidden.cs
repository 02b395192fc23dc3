using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>IS-805. Blanking the address field alone fails: perpetrators find families by a school, a telephone number or a postcode in somebody's words.</summary>
internal sealed class ProtectedPlaceStaysHidden : Rule
{
    public override RuleCard Card { get; } = new("IS-805", RuleGroup.Sharing, Severity.Withhold)
    {
        Message = "The new address would reach {person}. We have left {what} out of {agency}'s copy; the rest has gone. Ring it through if they need it.",
        Remedy = "Nothing to do, or name that recipient with a reason.",
        Source = "L20; MARAC form (safe to talk to / not safe); defenddigitalme; practice 2, 8",
        Applies = TransferKinds.All,
        Overridable = false,
    };

    internal override void Judge(Case c, Findings found)
    {
        var plan = c.Withholding;
        var reached = string.Join(',', plan.KeptFrom.Count > 0 ? plan.KeptFrom : plan.CausingHarm);
        foreach (var recipient in plan.Recipients)
        {
            if (!recipient.IsSearched) continue;
            foreach (var cut in plan.For(recipient))
                if (cut.RuleId == Card.Id)
                    found.Fire(cut.Place.ToString(), ("person", reached), ("agency", recipient.Agency), ("what", cut.Of.ToString().Replace(" ", "", StringComparison.Ordinal)));
        }
    }
}
