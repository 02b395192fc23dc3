using InfoSharing.V1;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Families;

public sealed partial class FamilyMaker
{
    private void People()
    {
        _abuse = Chance(75);
        _marriage = Chance(20);
        var mother = Somebody("P1", _chance.Next(19, 50), Role.Parent, Role.Carer);
        if (_abuse) mother.Roles.Add(Role.Victim);
        if (Chance(25)) Somebody("P2", _chance.Next(19, 70), Role.Carer);
        var count = _chance.Next(1, 7);
        for (var i = 0; i < count; i++) _children.Add(Child($"K{i + 1}", i));
        // A parent who is a child too, and is one of the children here.
        if (Chance(15) && _children.Find(child => AgeOf(child) >= 15) is { } young) young.Roles.Add(Role.Parent);
        if (_abuse)
            for (var i = 0; i < (Chance(25) ? 2 : 1); i++) _harming.Add(OutsideTheHousehold($"H{i + 1}"));
        mother.ParentalResponsibilityFor.AddRange(_children.Select(child => child.Ref));
        if (_abuse) _made.Concerns.Add(new Concern { Item = Id("CN1"), Kind = Concern.Types.Kind.DomesticAbuse, Status = Concern.Types.Status.Open, About = { "P1" }, By = { _harming.Select(person => person.Ref) } });
        else _made.Concerns.Add(new Concern { Item = Id("CN1"), Kind = Concern.Types.Kind.Neglect, Status = Concern.Types.Status.Open, About = { _children.Select(child => child.Ref) } });
    }

    private Person Child(string id, int number)
    {
        if (number == 0 && Chance(12))
        {
            var unborn = new Person { Ref = id, Roles = { Role.Unborn }, ExpectedOn = On(_chance.Next(20, 200)), InMovingHousehold = YesNo.Yes };
            _made.Persons.Add(unborn);
            return unborn;
        }
        var child = Somebody(id, _chance.Next(0, 18), Role.Child);
        var age = AgeOf(child);
        child.Communication = age < 2 ? Person.Types.Communication.DoesNotSpeakYet : Person.Types.Communication.Speaks;
        child.Education = age < 5 ? Person.Types.Education.Types.Status.NotOfAge : Person.Types.Education.Types.Status.InSchool;
        child.CareStatus = Person.Types.Care.Types.Status.None;
        child.ExtendedTravel = YesNo.No;
        return child;
    }

    private Person Somebody(string id, int age, params Role[] roles)
    {
        var person = new Person
        {
            Ref = id,
            Roles = { roles },
            Names = { new Person.Types.Name { Given = _words.GivenName(), Family = _words.FamilyName() } },
            // Born on a day that leaves the age the same from the move to today.
            DateOfBirth = Day.AddYears(-age).AddDays(-_chance.Next(60, 300)).ToString("yyyy-MM-dd"),
            InMovingHousehold = YesNo.Yes,
            MayLackCapacity = YesNo.No,
        };
        _made.Persons.Add(person);
        return person;
    }

    private Person OutsideTheHousehold(string id)
    {
        var person = Somebody(id, _chance.Next(19, 60), Role.AllegedPerpetrator);
        person.InMovingHousehold = YesNo.No;
        return person;
    }

    private static int AgeOf(Person person) => person.DateOfBirth.Length == 0 ? -1 : (int)((Day.DayNumber - DateOnly.Parse(person.DateOfBirth).DayNumber) / 365.25);

    private void Relationships()
    {
        foreach (var person in _harming)
        {
            var isParted = Chance(50);
            _made.Relationships.Add(new Relationship
            {
                Item = Id($"R{person.Ref}"), A = "P1", B = person.Ref, Kind = isParted ? Relationship.Types.Kind.ExPartner : Relationship.Types.Kind.Partner, Intimate = YesNo.Yes,
                Abuse = Relationship.Types.Abuse.Known, Abuser = person.Ref, Children = { _children.Select(child => child.Ref) }, StartedOn = On(-2000), EndedOn = isParted ? On(-_chance.Next(20, 1200)) : "",
                SeparationPlanned = isParted ? YesNo.Unspecified : YesNo.Yes, PostSeparationRisk = Words(),
            });
            foreach (var child in _children) Contact(child, person);
        }
        foreach (var adult in _made.Persons.Where(person => AgeOf(person) >= 18))
        {
            Explored(adult, RelationshipExploration.Types.Period.Previous);
            Explored(adult, RelationshipExploration.Types.Period.Current);
        }
    }

    private void Contact(Person child, Person person)
    {
        var contact = new ContactArrangement { Item = Id($"C{child.Ref}{person.Ref}"), Child = child.Ref, Person = person.Ref, SetBy = ContactArrangement.Types.SetBy.Agency };
        contact.Kind = Chance(50) ? ContactArrangement.Types.Kind.None : ContactArrangement.Types.Kind.Supervised;
        if (contact.Kind != ContactArrangement.Types.Kind.None)
            contact.IntelligenceCheck = Chance(60)
                ? new() { Done = ContactArrangement.Types.IntelligenceCheck.Types.Done.Yes, Date = On(-10), By = Worker("detective"), Conclusion = Words() }
                : new() { Done = ContactArrangement.Types.IntelligenceCheck.Types.Done.No, WhyNot = Words(), InterimSafeguard = Words(), AskedPoliceOn = On(-3) };
        _made.ContactArrangements.Add(contact);
    }

    private void Explored(Person adult, RelationshipExploration.Types.Period period)
    {
        var one = new RelationshipExploration { Item = Id($"X{adult.Ref}{(int)period}"), Adult = adult.Ref, Period = period };
        if (Chance(30))
        {
            one.Status = RelationshipExploration.Types.Status.NotExplored;
            (one.ReasonIfNot, one.NextBy, one.NextOn) = (Words(), Worker("social worker"), On(14));
        }
        else
        {
            one.Status = _words.Pick([RelationshipExploration.Types.Status.Explored, RelationshipExploration.Types.Status.Partly, RelationshipExploration.Types.Status.NoneKnown]);
            (one.ExploredBy, one.ExploredOn) = (Worker("social worker"), On(-_chance.Next(5, 200)));
            one.Methods.Add(RelationshipExploration.Types.Method.PoliceCheck);
            one.AgenciesChecked.Add("leeds-police");
        }
        _made.RelationshipExploration.Add(one);
    }
}
