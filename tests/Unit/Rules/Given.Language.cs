using InfoSharing.V1;
using InfoSharing.Validator.Rules.PersonCausingHarm;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Rules;

/// <summary>Texts for the language list.</summary>
internal static partial class Given
{
    /// <summary>A girl of 17 (P2), victim, and Ray Example (P5), who causes harm, both named in the one chronology entry that has the words.</summary>
    internal static Transfer YoungVictimBesideHarm(string words) => Entry(words, [YoungVictim(), Named(AdultCausingHarm(), "Ray", "Example")]);

    /// <summary>Two adults: Anna (P1), victim, and Ray Example (P5), who causes harm.</summary>
    internal static Transfer AdultVictimBesideHarm(string words) => Entry(words, [Named(AdultVictim(), "Anna", "Specimen"), Named(AdultCausingHarm(), "Ray", "Example")]);

    /// <summary>A boy of 15 who harms (P6), named alone.</summary>
    internal static Transfer YoungPersonWhoHarms(string words) => Entry(words, [Somebody("P6", "2011-01-01", Role.YoungPersonWhoHarms)]);

    /// <summary>An adult who is neither, named alone.</summary>
    internal static Transfer AdultAlone(string words) => Entry(words, [Somebody("P8", "1970-01-01", Role.SignificantAdult)]);

    /// <summary>The numbers of the entries that a transfer's texts hold, in order.</summary>
    internal static int[] EntriesIn(Transfer transfer, Settings? settings = null) =>
        [.. Of(new WordsDoNotBlame(), transfer, settings).Fired.Select(one => int.Parse(one.Finding.Params["entry"])).Order()];

    internal static Transfer Entry(string words, params Person[] named) => Entry(new Text { Text_ = words }, named);

    internal static Transfer Entry(Text words, params Person[] named)
    {
        var entry = new ChronologyEntry { Item = new() { Id = "E1" }, Text = words };
        entry.Persons.Add(named.Select(person => person.Ref));
        return TransferOf([.. named, entry]);
    }

    private static Person YoungVictim() => Named(Somebody("P2", "2009-10-01", Role.Child, Role.Victim), "Mia", "Specimen");

    private static Person Named(Person person, string given, string family)
    {
        person.Names.Add(new Person.Types.Name { Given = given, Family = family });
        return person;
    }
}
