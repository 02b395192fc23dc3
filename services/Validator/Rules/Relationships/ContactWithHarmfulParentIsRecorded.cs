using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.Relationships;

/// <summary>IS-206. Contact is where abuse goes on after a separation: an area that does not know of it cannot make it safe.</summary>
internal sealed class ContactWithHarmfulParentIsRecorded : Rule
{
    public override RuleCard Card { get; } = new("IS-206", RuleGroup.Relationships, Severity.Refuse)
    {
        Message = "{child} has a parent with a history of abuse. Record the contact arrangement, even if it is \"no contact\".",
        Remedy = "Add the arrangement as it is today.",
        Source = "L2",
    };

    internal override void Judge(Case c, Findings found)
    {
        var fired = new HashSet<(string, string)>();
        foreach (var (child, persons) in c.HarmfulParents.OfChildren)
        {
            if (IsRecorded(c.Transfer, child, persons)) continue;
            var names = Refs.Join(persons);
            if (fired.Add((child, names))) found.Fire("contact_arrangements", ("child", child), ("person", names));
        }
    }

    // An arrangement whose kind is blank does not say what the contact is.
    private static bool IsRecorded(Transfer transfer, string child, IReadOnlyList<string> persons)
    {
        foreach (var one in transfer.ContactArrangements)
            if (one.Child == child && one.Kind != default && persons.Contains(one.Person)) return true;
        return false;
    }
}
