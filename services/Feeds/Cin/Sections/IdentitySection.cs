using InfoSharing.Feeds.Cin.Rules;
using InfoSharing.Feeds.Xml;
using InfoSharing.V1;
using InfoSharing.Validator.Codes;
using IdentifierKind = InfoSharing.V1.Person.Types.Identifier.Types.Kind;
using Kind = InfoSharing.V1.ChronologyEntry.Types.Kind;

namespace InfoSharing.Feeds.Cin.Sections;

/// <summary>ChildIdentifiers: the child, as P1. The census does not say with whom the child lives, so in_moving_household stays blank.</summary>
internal static class IdentitySection
{
    /// <summary>Writes the child.</summary>
    public static Person Write(Element child, Draft draft)
    {
        var person = new Person { Ref = Draft.Child };
        draft.Transfer.Persons.Add(person);
        var identifiers = child.First("ChildIdentifiers");
        if (identifiers is null) draft.Report(child.Line, "ChildIdentifiers", "is missing: the draft does not say who the child is");
        identifiers ??= new Element("ChildIdentifiers", child.Line);

        WriteDates(identifiers, person, draft);
        WriteIdentifiers(identifiers, person, draft);
        person.Sex = SexSection.Read(identifiers, draft, unborn: person.Roles.Contains(Person.Types.Role.Unborn));
        return person;
    }

    private static void WriteDates(Element identifiers, Person person, Draft draft)
    {
        var born = draft.Day(identifiers, "PersonBirthDate", rule: "8520", isPersonal: true);
        var expected = draft.Day(identifiers, "ExpectedPersonBirthDate", rule: "8530Q", mayBeAhead: true, isPersonal: true);
        var died = draft.Day(identifiers, "PersonDeathDate", rule: "8545Q", isPersonal: true);
        BirthAndDeathAgree.Check(draft, identifiers.Line, born, expected, died);

        person.Roles.Add(born is null && expected is not null ? Person.Types.Role.Unborn : Person.Types.Role.Child);
        person.DateOfBirth = born?.Iso ?? "";
        person.ExpectedOn = born is null ? expected?.Iso ?? "" : "";
        person.DiedOn = died?.Iso ?? "";
        (draft.Birth, draft.Death) = (born ?? expected, died);

        if (born?.WhyNot is not null) draft.Chronology.Add(Kind.Other, born, "Date of birth");
        if (expected is not null && (born is not null || expected.WhyNot is not null)) draft.Chronology.Add(Kind.Other, expected, "Birth expected");
        draft.Chronology.Add(Kind.Other, died, "The child died");
    }

    private static void WriteIdentifiers(Element identifiers, Person person, Draft draft)
    {
        LaChildIdIsSound.Check(identifiers.First("LAchildID"), identifiers.Line, draft);
        Add("LAchildID", IdentifierKind.LaChildId);
        if (Add("UPN", IdentifierKind.Upn) is { } upn) UpnIsSound.Check(upn, draft);
        if (Add("FormerUPN", IdentifierKind.FormerUpn) is { } former) UpnIsSound.Check(former, draft);

        // The reason why there is no UPN is checked, and has no place in a transfer: README.md names it.
        draft.Code(identifiers, "UPNunknown", UpnUnknownReason.Codes);

        Element? Add(string name, IdentifierKind kind)
        {
            if (identifiers.First(name) is not { Text.Length: > 0 } element) return null;
            person.Identifiers.Add(new Person.Types.Identifier { Kind = kind, Value = element.Text });
            return element;
        }
    }
}
