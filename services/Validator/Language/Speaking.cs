using System.Collections.Frozen;
using InfoSharing.Validator.Words;

namespace InfoSharing.Validator.Language;

/// <summary>Words that say whose words are quoted.</summary>
internal static class Speaking
{
    // Not "report", "state", "record" or "claim": as nouns they stand in sentences in which nobody speaks.
    private static readonly FrozenSet<ulong> Verbs = Keys(
        "said say says saying told tell tells telling stated states stating asked ask asks asking reported reporting wrote write writes written writing"
        + " described describe describes describing replied answered explained shouted texted messaged disclosed alleged commented remarked repeated quoted");

    private static readonly FrozenSet<ulong> Speakers = Keys(
        "mother father mum dad mam mummy daddy parent parents child girl boy son daughter grandmother grandfather gran nan grandparent neighbour neighbor aunt uncle sister"
        + " brother sibling cousin friend teacher headteacher nurse doctor gp midwife visitor officer pc dc police worker caller referrer partner victim perpetrator"
        + " witness landlord judge he she they i");

    private static readonly ulong According = WordKey.Of("according");
    private static readonly ulong To = WordKey.Of("to");
    private static readonly ulong OwnWords = WordKey.Of("words");

    /// <summary>True where the words hold a verb of speaking, "according to", or "in her words".</summary>
    internal static bool IsIn(WordList words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var key = words[i].Key;
            if (Verbs.Contains(key) || key == OwnWords || (key == According && i + 1 < words.Count && words[i + 1].Key == To)) return true;
        }
        return false;
    }

    /// <summary>True for a verb of speaking among the first words: "… ," Ms A said.</summary>
    internal static bool IsAmongFirst(WordList words, int count)
    {
        for (var i = 0; i < words.Count && i < count; i++)
        {
            if (i > 0 && words[i].Before == Break.Sentence) return false;
            if (Verbs.Contains(words[i].Key)) return true;
        }
        return false;
    }

    /// <summary>True for somebody who can speak: "neighbour", or a name of the case.</summary>
    internal static bool IsSpeaker(ulong key, Names? names) => Speakers.Contains(key) || (names?.IsName(key) ?? false);

    private static FrozenSet<ulong> Keys(string words) => words.Split(' ').Select(word => WordKey.Of(word)).ToFrozenSet();
}
