using InfoSharing.Validator.Contract;
using InfoSharing.Validator.Words;

namespace InfoSharing.Validator.Judging;

/// <summary>
/// The working space of a check, used again by the next one on the same thread: the words of a case would else be its largest
/// cost. Nothing of a case stays in it.
/// </summary>
internal sealed class Scratch
{
    // A case so large is rare, and its space is not worth keeping.
    private const int MostTexts = 4096;
    private const int MostWords = 1 << 16;

    [ThreadStatic]
    private static Scratch? _spare;

    private readonly List<WordList> _lists = [];
    private int _used;

    /// <summary>Every text with words in it.</summary>
    internal List<FoundText> Texts { get; } = [];

    /// <summary>The words of each text that was read. By reference: comparing two texts by value would read them both.</summary>
    internal Dictionary<Text, WordList> Words { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes the thread's space, or a new one.</summary>
    internal static Scratch Take()
    {
        var taken = _spare ?? new();
        _spare = null;
        return taken;
    }

    /// <summary>The words of a text.</summary>
    internal WordList Read(string text)
    {
        if (_used == _lists.Count) _lists.Add(new());
        var list = _lists[_used++];
        list.Read(text);
        return list;
    }

    /// <summary>Empties the space and gives it back.</summary>
    internal void Release()
    {
        var words = 0;
        for (var i = 0; i < _used; i++)
        {
            words += _lists[i].Count;
            _lists[i].Forget();
        }
        var isLarge = _used > MostTexts || words > MostWords;
        _used = 0;
        Texts.Clear();
        Words.Clear();
        if (!isLarge) _spare = this;
    }
}
