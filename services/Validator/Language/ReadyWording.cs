using InfoSharing.Validator.Words;

namespace InfoSharing.Validator.Language;

/// <summary>A wording of an entry, ready for matching, with the conditions of the allow-list.</summary>
internal sealed class ReadyWording(LanguageEntry entry, Wording wording)
{
    private readonly Phrase[] _has = Phrase.Read(wording.SentenceHas);
    private readonly Phrase[] _lacks = Phrase.Read(wording.SentenceLacks);
    private readonly Phrase[] _notBefore = Phrase.Read(wording.NotBefore);
    private readonly Phrase[] _notAfter = Phrase.Read(wording.NotAfter);

    /// <summary>The entry.</summary>
    internal LanguageEntry Entry => entry;

    /// <summary>True where it counts in its sentence, between two words.</summary>
    internal bool Counts(WordList words, int start, int behind, Names names)
    {
        if (PhraseMatch.Begins(_notBefore, words, behind, names) || PhraseMatch.Ends(_notAfter, words, start, names)) return false;
        if (_has.Length == 0 && _lacks.Length == 0) return true;
        var first = words.SentenceStart(start);
        var last = words.SentenceEnd(behind - 1);
        return (_has.Length == 0 || PhraseMatch.Within(_has, words, first, last, names))
            && (_lacks.Length == 0 || !PhraseMatch.Within(_lacks, words, first, last, names));
    }
}
