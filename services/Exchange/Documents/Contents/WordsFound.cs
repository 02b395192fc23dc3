using System.Text;

namespace InfoSharing.Exchange.Documents.Contents;

/// <summary>Gathers a document's words while it is read, up to a bound.</summary>
internal sealed class WordsFound
{
    /// <summary>The most letters that are kept to be searched: some two thousand pages.</summary>
    internal const int Most = 4 << 20;

    private readonly StringBuilder _words = new();
    private string _why = "";

    /// <summary>True where any letter or digit was found.</summary>
    internal bool Any { get; private set; }

    /// <summary>Why not all could be read; the first reason stands.</summary>
    internal string Why => _why.Length > 0 ? _why : Any ? "" : NotSearched.NoWords;

    /// <summary>Says that something could not be read.</summary>
    internal void CannotRead(string why)
    {
        if (_why.Length == 0) _why = why;
    }

    internal void Add(char letter)
    {
        if (_words.Length >= Most)
        {
            CannotRead(NotSearched.TooLong);
            return;
        }
        Any |= char.IsLetterOrDigit(letter);
        _words.Append(letter);
    }

    internal void Add(ReadOnlySpan<char> words)
    {
        foreach (var letter in words) Add(letter);
    }

    /// <summary>What follows is another word.</summary>
    internal void Break()
    {
        if (_words.Length > 0 && _words[^1] != '\n') Add('\n');
    }

    public override string ToString() => _words.ToString();
}
