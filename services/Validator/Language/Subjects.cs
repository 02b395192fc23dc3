using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using ConcernKind = InfoSharing.V1.Concern.Types.Kind;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Validator.Language;

/// <summary>
/// Whether a wording counts in an item, by the people that the item names. An item that names nobody (the alert, the move) is about the family:
/// its children are its subjects, but nobody is named in it.
/// </summary>
internal sealed class Subjects
{
    private readonly Case _case;
    private readonly Person[] _people;
    private readonly bool _named;

    internal Subjects(Case c, IMessage item)
    {
        _case = c;
        var refs = ItemPeople.Of(item);
        _named = refs.Count > 0;
        _people = [.. c.Transfer.Persons.Where(person => _named ? refs.Contains(person.Ref) : People.IsChild(person))];
    }

    /// <summary>The person whose birth date is missing, where a scope could not be decided without it; blank elsewhere.</summary>
    internal string Undecided { get; private set; } = "";

    /// <summary>True where a wording of this scope counts here.</summary>
    internal bool AreIn(LanguageScope scope)
    {
        Undecided = "";
        return scope switch
        {
            LanguageScope.Any => true,
            LanguageScope.Under18 => AnyUnder18(_people),
            LanguageScope.Under18OrExploited => AnyExploited() || AnyUnder18(_people),
            LanguageScope.VictimAndPersonCausingHarm => AnyVictimBesideHarm(),
            LanguageScope.Under18OrVictim => AnyVictimBesideHarm() || AnyUnder18(_people),
            LanguageScope.Under18AndVictim => YoungVictimBesideHarm(),
            _ => CalledSoIsUnder18(),
        };
    }

    /// <summary>Those on whom the wording can place responsibility, in the order of their refs: the item's victims, else its children, else the case's victims.</summary>
    internal IEnumerable<string> Victims()
    {
        var victims = Array.FindAll(_people, IsVictim);
        if (victims.Length == 0) victims = Array.FindAll(_people, People.IsChild);
        if (victims.Length == 0) victims = [.. _case.People.Victims];
        return victims.Select(person => person.Ref).Order(StringComparer.Ordinal);
    }

    private bool AnyUnder18(Person[] people)
    {
        var unknown = "";
        foreach (var person in people)
        {
            if (People.IsUnborn(person) || _case.People.AgeOf(person) < 18) return true;
            if (_case.People.AgeOf(person) is null && (unknown.Length == 0 || string.CompareOrdinal(person.Ref, unknown) < 0)) unknown = person.Ref;
        }
        Undecided = unknown;
        return false;
    }

    private bool AnyExploited() => _case.Transfer.Concerns.Any(concern =>
        IsOpen(concern) && concern.Kind is ConcernKind.Cse or ConcernKind.Cce
        && (!_named || concern.About.Any(about => Array.Exists(_people, person => person.Ref == about))));

    private bool AnyVictimBesideHarm() =>
        _named && Array.Exists(_people, victim => IsVictim(victim) && Array.Exists(_people, other => !ReferenceEquals(other, victim) && People.CausesHarm(other)));

    // An adult victim in the same item may be the one of whom it speaks: "in a relationship with" is then plain fact.
    private bool YoungVictimBesideHarm()
    {
        if (!AnyVictimBesideHarm()) return false;
        var victims = Array.FindAll(_people, person => person.Roles.Contains(Role.Victim) || IsOfConcern(person, exploitedAlone: true));
        return victims.Length > 0 && Array.TrueForAll(victims, victim => AnyUnder18([victim]));
    }

    // Where the item names nobody who causes harm, the words mean those of the case.
    private bool CalledSoIsUnder18()
    {
        var called = _named ? Array.FindAll(_people, People.CausesHarm) : [];
        if (called.Length == 0) called = [.. _case.People.CausingHarm];
        return called.Length > 0 && Array.TrueForAll(called, person => AnyUnder18([person]));
    }

    // A victim, or a child victim: one of a relationship with abuse, or for whom harm is feared.
    private bool IsVictim(Person person) =>
        person.Roles.Contains(Role.Victim)
        || (People.IsChild(person) && (IsOfConcern(person, exploitedAlone: false) || _case.Transfer.Relationships.Any(one => Abuse.IsAbusive(one) && one.Children.Contains(person.Ref))));

    private bool IsOfConcern(Person person, bool exploitedAlone) => People.IsChild(person) && _case.Transfer.Concerns.Any(concern =>
        IsOpen(concern) && concern.About.Contains(person.Ref)
        && (!exploitedAlone || concern.Kind is ConcernKind.Cse or ConcernKind.Cce or ConcernKind.Sexual));

    private static bool IsOpen(Concern concern) => concern.Status == Concern.Types.Status.Open;
}
