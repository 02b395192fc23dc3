using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Exploration = InfoSharing.V1.RelationshipExploration;
using Status = InfoSharing.V1.RelationshipExploration.Types.Status;

namespace InfoSharing.Validator.Rules.Relationships;

/// <summary>IS-203. "Explored" weighs as much as the one who asked, the day, and the way it was asked.</summary>
internal sealed class ExplorationSaysWhoWhenHow : Rule
{
    public override RuleCard Card { get; } = new("IS-203", RuleGroup.Relationships, Severity.Warn)
    {
        Message = "Say who explored this, when, and how (asked in person, police check, health record, other area).",
        Remedy = "Add who, when and how.",
        Source = "L1, L5",
        MayRise = true,
    };

    internal override void Judge(Case c, Findings found)
    {
        var all = c.Transfer.RelationshipExploration;
        for (var i = 0; i < all.Count; i++)
        {
            var one = all[i];
            if (one.Status is not (Status.Explored or Status.Partly or Status.NoneKnown) || SaysAll(one)) continue;
            found.Fire(Field.Of("relationship_exploration", one.Item, i), ("person", one.Adult));
        }
    }

    private static bool SaysAll(Exploration one) =>
        !one.ExploredBy.IsBlank() && !one.ExploredOn.IsBlank() && one.Methods.Any(method => method != default);
}
