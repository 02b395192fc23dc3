using InfoSharing.V1;

namespace InfoSharing.Tests;

/// <summary>
/// What of a transfer no finding, error, log, trace or metric may hold. Read from the transfer itself, so that it never falls behind
/// the samples.
/// </summary>
public static class Secrets
{
    private const int WordsOfAPhrase = 5;

    /// <summary>Names, dates of birth, identifiers, telephone numbers, addresses, and every five words in a row of the narrative.</summary>
    public static IReadOnlyList<string> Of(Transfer transfer)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        found.UnionWith(Facts(transfer));
        found.UnionWith(Phrases(transfer));
        return [.. found];
    }

    /// <summary>The family's given and family names.</summary>
    public static IReadOnlyList<string> Names(Transfer transfer) =>
    [
        .. transfer.Persons.SelectMany(person => person.Names)
            .SelectMany(name => new[] { name.Given, name.Family })
            .Where(IsTelling)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Names, dates of birth, identifiers, code words, and whatever the contract marks as location.</summary>
    public static IReadOnlyList<string> Facts(Transfer transfer)
    {
        var days = transfer.Persons.SelectMany(person => new[] { person.DateOfBirth, person.ExpectedOn, person.DiedOn });
        var numbers = transfer.Persons.SelectMany(person => person.Identifiers).Select(identifier => identifier.Value);
        var codes = transfer.SafeContact.Select(contact => contact.CodeWord);
        var places = Contract.Values(transfer).Where(value => value.IsLocation).Select(value => value.Value).OfType<string>();
        return
        [
            .. Names(transfer).Concat(days).Concat(numbers).Concat(codes).Concat(places)
                .Where(IsTelling)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>Every five words in a row of every text, as they stand there, without the marks at either end.</summary>
    public static IReadOnlyList<string> Phrases(Transfer transfer)
    {
        var texts = Contract.Values(transfer).Select(value => value.Value).OfType<Text>().Select(text => text.Text_);
        return [.. texts.SelectMany(PhrasesOf).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> PhrasesOf(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; start + WordsOfAPhrase <= words.Length; start++)
        {
            yield return string.Join(' ', words[start..(start + WordsOfAPhrase)]).Trim('"', '.', ',', ';', ':', '?');
        }
    }

    private static bool IsTelling(string value) => value.Length > 2;
}
