using System.Globalization;
using System.Text;

namespace InfoSharing.Exchange.Documents.Contents.Text;

/// <summary>RTF, read once from end to end: groups that tell of authors and changes are left out, objects that could act are refused, the rest is copied and its words kept.</summary>
internal sealed class RichText
{
    private const int MostDepth = 1000;
    private const int LongestWord = 64;

    private static readonly HashSet<string> LeftOut =
        ["info", "userprops", "rsidtbl", "generator", "revtbl", "atnauthor", "atnid", "xmlnstbl", "datastore", "template", "docvar", "oldcprops", "oldpprops", "pgptbl", "protusertbl"];

    private static readonly HashSet<string> Refused = ["object", "objdata", "objocx", "objautlink", "objlink", "objemb", "ddeauto"];
    private static readonly HashSet<string> NotWords = ["fonttbl", "colortbl", "stylesheet", "pict", "listtable", "listoverridetable", "themedata", "colorschememapping", "latentstyles"];

    private readonly Stream _from;
    private readonly SealedSpool _to;
    private readonly WordsFound _words = new();
    private readonly HashSet<string> _taken = [];
    private readonly List<byte> _held = [];
    private int _depth;
    private int _leftOutAt;
    private int _silentAt;
    private int _skipFallback;

    private RichText(Stream from, SealedSpool to) => (_from, _to) = (from, to);

    internal static JudgedDocument Judge(Stream file) => SealedSpool.Fill(to =>
    {
        file.Position = 0;
        var rtf = new RichText(file, to);
        rtf.Read();
        return new JudgedDocument("application/rtf", to) { TakenOut = rtf._taken, Words = rtf._words.ToString(), NotSearched = rtf._words.Why };
    });

    private void Read()
    {
        int now;
        while ((now = _from.ReadByte()) >= 0)
        {
            switch (now)
            {
                case '{':
                    if (++_depth > MostDepth) throw NotTaken.Broken();
                    // Held until its first word says what the group is.
                    Flush();
                    Hold('{');
                    break;
                case '}':
                    Close();
                    if (_depth == 0) return; // what follows the last brace is no part of it
                    break;
                case '\\':
                    Control();
                    break;
                default:
                    if (now is not ('\r' or '\n')) Say((char)now);
                    Hold((byte)now);
                    break;
            }
        }
        throw NotTaken.Broken();
    }

    private void Close()
    {
        if (_depth == 0) throw NotTaken.Broken();
        Hold((byte)'}');
        Flush();
        if (_leftOutAt == _depth) _leftOutAt = 0;
        if (_silentAt == _depth) _silentAt = 0;
        _depth--;
    }

    private void Control()
    {
        var next = _from.ReadByte();
        if (next < 0) throw NotTaken.Broken();
        if (!char.IsAsciiLetter((char)next))
        {
            Hold('\\');
            Hold((byte)next);
            if (next == '\'') Hex();
            else if (next is '\\' or '{' or '}') Say((char)next);
            else if (next is '~' or '_' or '\n' or '\r') Say(' ');
            return;
        }
        var word = new StringBuilder();
        var digits = new StringBuilder();
        for (; next >= 0 && char.IsAsciiLetter((char)next); next = _from.ReadByte())
            if (word.Append((char)next).Length > LongestWord) throw NotTaken.Broken();
        for (; next >= 0 && (char.IsAsciiDigit((char)next) || (next == '-' && digits.Length == 0)); next = _from.ReadByte())
            if (digits.Append((char)next).Length > 12) throw NotTaken.Broken();
        if (next >= 0 && next != ' ') _from.Position--;
        Word(word.ToString(), digits.ToString());
        Hold('\\');
        foreach (var letter in word.ToString() + digits) Hold((byte)letter);
        if (next == ' ') Hold(' ');
    }

    private void Word(string word, string digits)
    {
        if (Refused.Contains(word)) throw NotTaken.Holds("an embedded object");
        if (word == "bin") throw NotTaken.Holds("binary data");
        if (LeftOut.Contains(word) && _leftOutAt == 0)
        {
            _leftOutAt = _depth;
            _held.Clear();
            _taken.Add(word is "revtbl" or "atnauthor" or "atnid" or "rsidtbl" ? Taken.Revisions : Taken.Author);
        }
        if (NotWords.Contains(word) && _silentAt == 0) _silentAt = _depth;
        if (word == "pict") _words.CannotRead(NotSearched.Image);
        if (word is "par" or "line" or "cell" or "row" or "tab" or "sect" or "page") Say('\n');
        if (word == "u" && int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code))
        {
            Say((char)(ushort)code);
            _skipFallback = 1;
        }
    }

    private void Hex()
    {
        Span<char> two = stackalloc char[2];
        for (var i = 0; i < 2; i++)
        {
            var digit = _from.ReadByte();
            if (digit < 0 || !char.IsAsciiHexDigit((char)digit)) throw NotTaken.Broken();
            Hold((byte)digit);
            two[i] = (char)digit;
        }
        Say((char)byte.Parse(two, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }

    private void Say(char letter)
    {
        if (_skipFallback > 0)
        {
            _skipFallback--;
            return;
        }
        if (_leftOutAt == 0 && _silentAt == 0) _words.Add(letter);
    }

    private void Hold(char letter) => Hold((byte)letter);

    private void Hold(byte one)
    {
        if (_leftOutAt > 0) return;
        _held.Add(one);
        if (_held.Count >= 32 << 10) Flush();
    }

    private void Flush()
    {
        if (_leftOutAt == 0) _to.Write(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_held));
        _held.Clear();
    }
}
