using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Transfers;

/// <summary>By what a case can be found: each identifier, and family name with date of birth. Stored as keyed hashes alone.</summary>
internal static class FindableKeys
{
    /// <summary>The keys of a transfer's people.</summary>
    internal static List<FindableBy> Of(Guid transferId, Transfer transfer)
    {
        var keys = new List<FindableBy>();
        foreach (var person in transfer.Persons)
        {
            foreach (var identifier in person.Identifiers) keys.Add(new(transferId, KindOf(identifier.Kind), identifier.Value));
            if (person.DateOfBirth.Length == 0) continue;
            foreach (var name in person.Names)
                if (name.Family.Length > 0) keys.Add(new(transferId, "surname-born", $"{name.Family} {person.DateOfBirth}"));
        }
        return keys;
    }

    /// <summary>The kind of an identifier. A former UPN still finds the child.</summary>
    internal static string KindOf(Person.Types.Identifier.Types.Kind kind) => kind switch
    {
        Person.Types.Identifier.Types.Kind.Nhs => "nhs",
        Person.Types.Identifier.Types.Kind.Upn or Person.Types.Identifier.Types.Kind.FormerUpn => "upn",
        Person.Types.Identifier.Types.Kind.Pnc => "pnc",
        Person.Types.Identifier.Types.Kind.Cro => "cro",
        Person.Types.Identifier.Types.Kind.Noms => "noms",
        Person.Types.Identifier.Types.Kind.Crn => "crn",
        Person.Types.Identifier.Types.Kind.LaChildId => "la-child-id",
        _ => "other",
    };
}
