namespace InfoSharing.Tests.Families;

/// <summary>Words of a made family: seeded, so that a family is the same each time, and never the same twice in one file.</summary>
internal sealed class MadeWords(Random chance)
{
    private static readonly string[] Given =
    [
        "Aldith", "Barnaby", "Cressida", "Dunstan", "Eluned", "Fenwick", "Ginevra", "Hartley", "Isolda", "Jocelin", "Kerensa", "Lorcan", "Merrin", "Nerys", "Osbert", "Petra",
        "Quillan", "Rosalba", "Senara", "Tamsin", "Ulric", "Verity", "Wenna", "Ximena", "Ysolde", "Zachary", "Amina", "Bilal", "Chidi", "Divya", "Ewa", "Farah",
    ];

    private static readonly string[] Family = ["Ashgrove", "Birkenhall", "Coldwell", "Draycott", "Elmstead", "Fairburn", "Garthside", "Hollin", "Inglethorpe", "Kestrel", "Larkfield", "Mossop"];

    private static readonly string[] Saw =
    [
        "the midwife", "a teacher", "the school nurse", "a neighbour", "the housing officer", "the health visitor", "a grandmother", "the nursery", "an officer", "the youth worker", "the GP", "the IDVA",
    ];

    private static readonly string[] Weighed =
    [
        "a longer stay near her mother", "ending the plan now", "waiting for the housing offer", "a shared plan with the school", "the cost of another change of worker",
        "her wish to be left in peace", "a move back after the trial", "what the elder ones asked for", "keeping the present school", "a placement with an aunt",
    ];

    private static readonly string[] Would =
    [
        "six quiet months", "a conviction", "a letter through a relative", "one missed visit without a word", "a new partner in the home", "the trial's end",
        "a sign that he knows the street", "her own wish to change it", "a night without sleep at school", "an offer of a flat",
    ];

    private static readonly string[] Likes = ["drawing maps", "goalkeeping", "her rabbit", "the library on Saturdays", "old trains", "baking with his aunt", "the brass band", "swimming before school", "mending bicycles", "long walks"];

    private int _number;

    internal string GivenName() => Pick(Given);

    internal string FamilyName() => Pick(Family);

    /// <summary>A reasoning of some forty words that nobody else's is.</summary>
    internal string Reasoning() =>
        $"We weighed {Pick(Weighed)} against {Pick(Weighed)} in meeting {Next()}. {Capital(Pick(Saw))} and {Pick(Saw)} agree on what happened, and the record of {chance.Next(2, 29)} {Month()} bears them out. "
        + $"What is not yet known is how the next weeks go. {Capital(Pick(Would))} or {Pick(Would)} would change our mind, and we look again on week {chance.Next(2, 30)}.";

    /// <summary>What was decided.</summary>
    internal string Outcome(string type) => $"{Capital(type.ToLowerInvariant().Replace('_', ' '))}, entry {Next()}.";

    /// <summary>Words about one child.</summary>
    internal string OfChild(string name) =>
        $"{name} likes {Pick(Likes)} and {Pick(Likes)}, and needs {chance.Next(2, 9)} steady weeks with {Pick(Saw)} near. {Capital(Pick(Saw))} wrote page {Next()} about it in {Month()}.";

    /// <summary>A line of a record.</summary>
    internal string Line() => $"{Capital(Pick(Saw))} and {Pick(Saw)} wrote of it, note {Next()}.";

    internal T Pick<T>(IReadOnlyList<T> all) => all[chance.Next(all.Count)];

    private string Month() => Pick(["January", "February", "March", "April", "June", "July", "August", "September"]);

    private int Next() => 100 + (++_number * 7) + chance.Next(7);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
