using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Words;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Validator.Language;

/// <summary>The names of a case's people, as keys of words: what {victim} and {person causing harm} of a wording may be.</summary>
internal sealed class Names
{
    private static readonly HashSet<ulong> Titles = [.. "mr mrs ms miss mx dr".Split(' ').Select(word => WordKey.Of(word))];

    private readonly Dictionary<ulong, Whose> _keys;

    internal Names(Transfer transfer)
    {
        _keys = new(4 * transfer.Persons.Count);
        foreach (var person in transfer.Persons)
        {
            var whose = Whose.Somebodys;
            if (person.Roles.Contains(Role.Victim)) whose |= Whose.Victims;
            if (People.CausesHarm(person)) whose |= Whose.OfThoseCausingHarm;
            Add(WordKey.Of(person.Ref), whose);
            foreach (var name in person.Names)
            {
                WordList.EachKey(name.Given, (Names: this, Whose: whose), static (to, key, _) => to.Names.Add(key, to.Whose));
                WordList.EachKey(name.Family, (Names: this, Whose: whose), static (to, key, _) => to.Names.Add(key, to.Whose));
            }
        }
    }

    [Flags]
    private enum Whose
    {
        Nobodys = 0,
        Somebodys = 1,
        Victims = 2,
        OfThoseCausingHarm = 4,
    }

    /// <summary>True for a word of anybody's name.</summary>
    internal bool IsName(ulong key) => _keys.ContainsKey(key);

    /// <summary>True for a word of the name of such a person.</summary>
    internal bool IsName(ulong key, PhraseTokenKind kind) =>
        (_keys.GetValueOrDefault(key) & (kind == PhraseTokenKind.Victim ? Whose.Victims : Whose.OfThoseCausingHarm)) != Whose.Nobodys;

    /// <summary>True for "Ms".</summary>
    internal static bool IsTitle(ulong key) => Titles.Contains(key);

    private void Add(ulong key, Whose whose) => _keys[key] = _keys.GetValueOrDefault(key) | whose;
}
