using InfoSharing.Validator.Words;

namespace InfoSharing.Validator.Language;

/// <summary>A wording made ready for matching: its places, and the one by which it is looked up.</summary>
internal sealed class Phrase
{
    // Words that stand in every sentence: looking a phrase up by one of them would try it in every sentence.
    private static readonly HashSet<ulong> Common =
        [.. "a an as at did does didn't doesn't don't for go went he her him his in is it must of on she the their them they this to was were why".Split(' ').Select(word => WordKey.Of(word))];

    private Phrase(PhraseToken[] places)
    {
        Places = places;
        Gaps = places.Count(place => place.Kind == PhraseTokenKind.Gap);
        var first = Array.FindIndex(places, place => place.Kind == PhraseTokenKind.Words && !place.Keys.Any(Common.Contains));
        var loose = Array.FindIndex(places, place => place.Kind is not (PhraseTokenKind.Words or PhraseTokenKind.Number));
        Anchor = first > 0 && (loose < 0 || first < loose) ? first : 0;
    }

    /// <summary>What stands where.</summary>
    internal PhraseToken[] Places { get; }

    /// <summary>How many of them are gaps.</summary>
    internal int Gaps { get; }

    /// <summary>The place by which the phrase is looked up. All places before it are one word each.</summary>
    internal int Anchor { get; }

    /// <summary>Reads a wording, " | " between several. The longer form of one with words that may be missing comes first.</summary>
    internal static Phrase[] Read(string wordings) =>
        [.. wordings.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Expand).Select(one => new Phrase([.. one.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Token)]))];

    private static IEnumerable<string> Expand(string wording)
    {
        var open = wording.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return [wording];
        var close = wording.IndexOf(')', open);
        var with = $"{wording[..open]} {wording[(open + 1)..close]} {wording[(close + 1)..]}";
        var without = $"{wording[..open]} {wording[(close + 1)..]}";
        return [.. Expand(with), .. Expand(without)];
    }

    private static PhraseToken Token(string written) => written switch
    {
        "…" => new(PhraseTokenKind.Gap, []),
        "#" => new(PhraseTokenKind.Number, []),
        "{victim}" => new(PhraseTokenKind.Victim, []),
        "{harm}" => new(PhraseTokenKind.PersonCausingHarm, []),
        _ => new(PhraseTokenKind.Words, [.. written.Split('/').SelectMany(Forms).Select(form => WordKey.Of(form)).Distinct()]),
    };

    private static IEnumerable<string> Forms(string word) => word.EndsWith('~') ? Inflections.Of(word[..^1]) : [word];
}
