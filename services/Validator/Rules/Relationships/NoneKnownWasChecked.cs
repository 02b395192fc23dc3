using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Exploration = InfoSharing.V1.RelationshipExploration;
using Method = InfoSharing.V1.RelationshipExploration.Types.Method;
using Status = InfoSharing.V1.RelationshipExploration.Types.Status;

namespace InfoSharing.Validator.Rules.Relationships;

/// <summary>IS-205. "None known" that rests on the person's own word may be what it was safe to say.</summary>
internal sealed class NoneKnownWasChecked : Rule
{
    public override RuleCard Card { get; } = new("IS-205", RuleGroup.Relationships, Severity.Warn)
    {
        Message = "None known is what {person} told us. That may be what it was safe to say. What do police, health or the last area hold?",
        Remedy = "Name who was checked, or why nobody could be.",
        Source = "L1, L5; practice 17",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        var all = c.Transfer.RelationshipExploration;
        for (var i = 0; i < all.Count; i++)
        {
            var one = all[i];
            if (one.Status != Status.NoneKnown || !RestsOnTheirWordAlone(one)) continue;
            found.Fire(Field.Of("relationship_exploration", one.Item, i) + ".agencies_checked", ("person", one.Adult));
        }
    }

    private static bool RestsOnTheirWordAlone(Exploration one) =>
        one.Methods.Contains(Method.AskedInPerson)
        && one.Methods.All(method => method is Method.AskedInPerson or Method.Unspecified)
        && one.AgenciesChecked.All(agency => agency.IsBlank())
        && one.WhyNotChecked.IsBlank();
}
