using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;

namespace InfoSharing.Validator.Rules.PersonCausingHarm;

/// <summary>IS-703. Whoever looks only at the family loses sight of the danger to it, and of the next family. Somebody who has died is not asked about.</summary>
internal sealed class PersonCausingHarmIsLocated : Rule
{
    public override RuleCard Card { get; } = new("IS-703", RuleGroup.PersonCausingHarm, Severity.Warn)
    {
        Message = "Where is {person causing harm} now, do they know the new address, and which other children do they see?",
        Remedy = "\"Not known\" is an answer.",
        Source = "S9; JTAI (moves to another family)",
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var person in c.People.CausingHarm)
            if (person.DiedOn.IsBlank() && MissingOf(c.Transfer, person.Ref) is { } field) found.Fire(field, ("person_causing_harm", person.Ref));
    }

    // What one entry says of somebody, is said.
    private static string? MissingOf(Transfer transfer, string person)
    {
        var (where, knows, others, first) = (false, false, false, "");
        for (var i = 0; i < transfer.Perpetrators.Count; i++)
        {
            var one = transfer.Perpetrators[i];
            if (one.Person != person) continue;
            where |= !one.Whereabouts.IsBlank();
            knows |= one.KnowsNewAddress != default;
            others |= one.OtherChildrenKnown != default;
            var path = Field.Of("perpetrators", one.Item, i);
            if (first.Length == 0 || string.CompareOrdinal(path, first) < 0) first = path;
        }
        if (first.Length == 0) return "perpetrators";
        return !where ? first + ".whereabouts" : !knows ? first + ".knows_new_address" : !others ? first + ".other_children_known" : null;
    }
}
