using System.Collections.Frozen;

namespace InfoSharing.Validator.Language;

/// <summary>All phrases of the list, by the word at their anchor. Most words of a text are no anchor: a table of bits says so at once.</summary>
internal sealed class PhraseIndex
{
    private const int TableBits = 15;
    private const ulong Low = (1UL << TableBits) - 1;

    private readonly ulong[] _maybe = new ulong[1 << (TableBits - 6)];
    private readonly FrozenDictionary<ulong, (Phrase Phrase, ReadyWording Wording)[]> _byAnchor;

    internal PhraseIndex(IEnumerable<LanguageEntry> entries)
    {
        var found = new Dictionary<ulong, List<(Phrase, ReadyWording)>>();
        foreach (var entry in entries)
        {
            foreach (var wording in entry.Wordings)
            {
                var ready = new ReadyWording(entry, wording);
                foreach (var phrase in Phrase.Read(wording.Words)) Add(found, phrase, ready);
            }
        }
        _byAnchor = found.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    /// <summary>The phrases that have such a word at their anchor.</summary>
    internal bool TryFind(ulong key, out (Phrase Phrase, ReadyWording Wording)[] phrases)
    {
        var bit = key & Low;
        if ((_maybe[bit >> 6] & (1UL << (int)(bit & 63))) != 0) return _byAnchor.TryGetValue(key, out phrases!);
        phrases = [];
        return false;
    }

    private void Add(Dictionary<ulong, List<(Phrase, ReadyWording)>> found, Phrase phrase, ReadyWording ready)
    {
        foreach (var key in phrase.Places[phrase.Anchor].Keys)
        {
            if (!found.TryGetValue(key, out var phrases)) found[key] = phrases = [];
            phrases.Add((phrase, ready));
            var bit = key & Low;
            _maybe[bit >> 6] |= 1UL << (int)(bit & 63);
        }
    }
}
