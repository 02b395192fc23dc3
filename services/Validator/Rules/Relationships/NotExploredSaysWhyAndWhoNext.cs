using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using Status = InfoSharing.V1.RelationshipExploration.Types.Status;

namespace InfoSharing.Validator.Rules.Relationships;

/// <summary>IS-204. Not asking can be right; nobody being next to ask never is.</summary>
internal sealed class NotExploredSaysWhyAndWhoNext : Rule
{
    public override RuleCard Card { get; } = new("IS-204", RuleGroup.Relationships, Severity.Refuse)
    {
        Message = "Not explored is allowed if you say why and who will do it next.",
        Remedy = "\"Not safe to ask yet; {agency} by {date}\" is enough.",
        Source = "L1, L25",
    };

    internal override void Judge(Case c, Findings found)
    {
        var all = c.Transfer.RelationshipExploration;
        for (var i = 0; i < all.Count; i++)
        {
            var one = all[i];
            if (one.Status != Status.NotExplored || (!one.ReasonIfNot.IsBlank() && !one.NextBy.IsBlank() && !one.NextOn.IsBlank())) continue;
            found.Fire(Field.Of("relationship_exploration", one.Item, i), ("person", one.Adult));
        }
    }
}
