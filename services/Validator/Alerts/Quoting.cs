using System.Text;

namespace InfoSharing.Validator.Alerts;

/// <summary>Puts a text together from our few labels and the writer's own words, which are marked as quotations.</summary>
internal sealed class Quoting
{
    // The whole stays in its own section; an alert is to be read in a minute.
    private const int Longest = 1500;

    private readonly StringBuilder _words = new();
    private readonly Text _text = new();
    private int _codePoints;

    internal bool IsEmpty => _words.Length == 0;

    /// <summary>Words of ours.</summary>
    internal Quoting Say(string words)
    {
        _words.Append(words);
        foreach (var _ in words.EnumerateRunes()) _codePoints++;
        return this;
    }

    /// <summary>A sentence of ours, on a line of its own.</summary>
    internal Quoting Line(string words)
    {
        if (!IsEmpty) Say("\n");
        return Say(words);
    }

    /// <summary>The writer's words, between quotation marks; shortened at a word where they are long.</summary>
    internal Quoting Quote(Text text, string saidBy)
    {
        var words = Short(text.Text_.Trim());
        Say("“");
        var start = _codePoints;
        Say(words);
        _text.Quotes.Add(new Quote { Start = (uint)start, Length = (uint)(_codePoints - start), SaidBy = saidBy });
        return Say("”");
    }

    internal Text Write()
    {
        _text.Text_ = _words.ToString();
        return _text;
    }

    private static string Short(string words)
    {
        if (words.Length <= Longest) return words;
        var end = words.LastIndexOfAny([' ', '\n'], Longest);
        if (end < Longest / 2) end = char.IsHighSurrogate(words[Longest - 1]) ? Longest - 1 : Longest;
        return words[..end] + " …";
    }
}
