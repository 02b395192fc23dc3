using InfoSharing.V1;
using Use = InfoSharing.V1.Person.Types.Name.Types.Use;

namespace InfoSharing.Cli.Wording;

/// <summary>The people of the transfer that is open here, as a reader knows them: "Aisha (P2)".</summary>
internal sealed class Names(Transfer transfer)
{
    private readonly Dictionary<string, string> _shown = Shown(transfer);

    /// <summary>First given name and reference; null where the reference names nobody.</summary>
    internal string? Of(string personRef) => _shown.GetValueOrDefault(personRef);

    /// <summary>Several, as a sentence lists them; a reference that names nobody stays as it is.</summary>
    internal string Of(IEnumerable<string> personRefs) => Sentence.List(personRefs.Select(one => Of(one) ?? one));

    private static Dictionary<string, string> Shown(Transfer transfer)
    {
        var shown = new Dictionary<string, string>();
        foreach (var person in transfer.Persons)
        {
            if (person.Ref.Length > 0) shown.TryAdd(person.Ref, Given(person) is { Length: > 0 } given ? $"{given} ({person.Ref})" : person.Ref);
        }
        return shown;
    }

    private static string Given(Person person)
    {
        var name = person.Names.FirstOrDefault(one => one.Use is Use.Unspecified or Use.Current) ?? person.Names.FirstOrDefault();
        return name?.Given.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
    }
}
