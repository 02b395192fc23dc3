using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Words;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Validator.Language;

/// <summary>The names of a case's people, as keys of words: what {victim} and {person causing harm} of a wording may be.</summary>
internal sealed class Names
{
    private static readonly HashSet<ulong> Titles = [.. "mr mrs ms miss mx dr".Split(' ').Select(word => WordKey.Of(word))];

    private readonly HashSet<ulong> _victims = [];
    private readonly HashSet<ulong> _causingHarm = [];
    private readonly HashSet<ulong> _everybody = [];

    internal Names(Transfer transfer)
    {
        foreach (var person in transfer.Persons)
        {
            Add(_everybody, person);
            if (person.Roles.Contains(Role.Victim)) Add(_victims, person);
            if (People.CausesHarm(person)) Add(_causingHarm, person);
        }
    }

    /// <summary>True for a word of anybody's name.</summary>
    internal bool IsName(ulong key) => _everybody.Contains(key);

    /// <summary>True for a word of the name of such a person.</summary>
    internal bool IsName(ulong key, PhraseTokenKind kind) => (kind == PhraseTokenKind.Victim ? _victims : _causingHarm).Contains(key);

    /// <summary>True for "Ms".</summary>
    internal static bool IsTitle(ulong key) => Titles.Contains(key);

    private static void Add(HashSet<ulong> keys, Person person)
    {
        keys.Add(WordKey.Of(person.Ref));
        foreach (var name in person.Names)
        {
            foreach (var word in WordList.Of(name.Given).All) keys.Add(word.Key);
            foreach (var word in WordList.Of(name.Family).All) keys.Add(word.Key);
        }
    }
}
