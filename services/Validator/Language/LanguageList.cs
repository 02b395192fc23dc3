using InfoSharing.Validator.Contract;
using InfoSharing.Validator.Words;

namespace InfoSharing.Validator.Language;

/// <summary>
/// The language list: wordings that place responsibility on a victim, or are dated. A finding of IS-705 carries an entry's number and never
/// the words; where the transfer is open, the words are found again here.
/// </summary>
public static class LanguageList
{
    /// <summary>Every entry, in the order of its number.</summary>
    public static IReadOnlyList<LanguageEntry> Entries => LanguageEntries.All;

    /// <summary>All phrases, by their anchors.</summary>
    internal static PhraseIndex Index { get; } = new(LanguageEntries.All);

    /// <summary>The entry of a number; null where there is none.</summary>
    public static LanguageEntry? Find(int number) => number >= 1 && number <= Entries.Count ? Entries[number - 1] : null;

    /// <summary>Where an entry stands in a text, outside quotations; null where it does not. Scope is not asked again.</summary>
    /// <param name="transfer">The transfer: two entries hold names of its people.</param>
    /// <param name="text">The text.</param>
    /// <param name="entry">The entry's number, as the finding's <c>params.entry</c> has it.</param>
    public static LanguageHit? FindAgain(Transfer transfer, Text text, int entry)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        ArgumentNullException.ThrowIfNull(text);
        var search = new TextSearch(Index, text, WordList.Of(text.Text_), new Names(transfer));
        while (search.Next() is { } hit)
            if (hit.Entry.Number == entry) return hit;
        return null;
    }

    /// <summary>The same, by the path of a finding; with the text that holds it.</summary>
    /// <param name="transfer">The transfer.</param>
    /// <param name="field">The finding's field: <c>decisions[D1].reasoning</c>.</param>
    /// <param name="entry">The entry's number.</param>
    public static (Text Text, LanguageHit Hit)? FindAgain(Transfer transfer, string field, int entry)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        foreach (var place in Texts.Of(transfer))
            if (place.Place.ToString() == field && FindAgain(transfer, place.Text, entry) is { } hit) return (place.Text, hit);
        return null;
    }
}
