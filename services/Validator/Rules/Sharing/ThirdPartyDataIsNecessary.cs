using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using DataClass = InfoSharing.V1.Handling.Types.DataClass;

namespace InfoSharing.Validator.Rules.Sharing;

/// <summary>IS-806. A former partner is here for what their years tell about risk. Where they live now is their own, and may be hidden from the same person.</summary>
internal sealed class ThirdPartyDataIsNecessary : Rule
{
    public override RuleCard Card { get; } = new("IS-806", RuleGroup.Sharing, Severity.Warn)
    {
        Message = "Is this person's information necessary? A former partner is here as context. Give what she or he shows about risk (dates, harm, orders); "
            + "not their address, phone, health or new family. If they are a victim too, mark it so.",
        Remedy = "Remove, or class it. \"No recourse to public funds\" may stay as a support need; do not copy immigration documents to police.",
        Source = "L25; DfE advice (proportionate); practice 10",
        Applies = TransferKinds.All,
    };

    internal override void Judge(Case c, Findings found)
    {
        foreach (var person in c.Transfer.Persons)
        {
            if (!person.Roles.Contains(Person.Types.Role.ContextOnly)) continue;
            foreach (var field in NotNecessary(c.Transfer, person)) found.Fire(field, ("person", person.Ref));
            if (person.Handling?.DataClass != DataClass.OtherVictim)
                foreach (var field in AsVictim(c, person.Ref)) found.Fire(field, ("person", person.Ref));
        }
    }

    private static IEnumerable<string> NotNecessary(Transfer transfer, Person person)
    {
        if (person.Contacts.Count > 0) yield return $"persons[{person.Ref}].contacts";
        if (person.Identifiers.Count > 0) yield return $"persons[{person.Ref}].identifiers";
        for (var i = 0; i < transfer.Locations.Count; i++)
            if (transfer.Locations[i].Of.Contains(person.Ref)) yield return Field.Of("locations", transfer.Locations[i].Item, i);
        for (var i = 0; i < transfer.Chronology.Count; i++)
            if (transfer.Chronology[i].Kind == ChronologyEntry.Types.Kind.Health && transfer.Chronology[i].Persons.Contains(person.Ref)) yield return Field.Of("chronology", transfer.Chronology[i].Item, i);
        for (var i = 0; i < transfer.Claims.Count; i++)
            if (transfer.Claims[i].SourceType == Claim.Types.SourceType.HealthRecord && transfer.Claims[i].About.Contains(person.Ref)) yield return Field.Of("claims", transfer.Claims[i].Item, i);
    }

    // Relationships in which they were hurt, not marked as another victim's.
    private static IEnumerable<string> AsVictim(Case c, string person)
    {
        for (var i = 0; i < c.Transfer.Relationships.Count; i++)
        {
            var one = c.Transfer.Relationships[i];
            if (Abuse.IsAbusive(one) && one.Item?.Handling?.DataClass != DataClass.OtherVictim && Couples.Victims(one, c.People).Contains(person))
                yield return Field.Of("relationships", one.Item, i);
        }
    }
}
