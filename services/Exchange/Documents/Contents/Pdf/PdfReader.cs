using System.Globalization;
using System.Text;

namespace InfoSharing.Exchange.Documents.Contents.Pdf;

/// <summary>Reads values of a PDF from a stream, one after another. What makes no sense is passed over; what has no end is an end.</summary>
internal sealed class PdfReader(Stream from)
{
    private const int MostDepth = 60;
    private const int LongestWord = 128;
    private const int LongestString = 1 << 20;
    private const int MostValues = 200_000;

    private int _values;

    internal long Position
    {
        get => from.Position;
        set => from.Position = value;
    }

    internal long Length => from.Length;

    internal Stream Stream => from;

    /// <summary>True where a "%%EOF" was passed; where the last one ended.</summary>
    internal long EndOfFile { get; private set; }

    /// <summary>The next value; null at the end. "1 0 R" is one value.</summary>
    internal PdfValue? Next()
    {
        _values = 0;
        return Next(0);
    }

    internal int Byte() => from.ReadByte();

    private PdfValue? Next(int depth)
    {
        if (depth > MostDepth || ++_values > MostValues) throw NotTaken.Broken();
        var now = PassSpace();
        switch (now)
        {
            case < 0: return null;
            case '/': return new PdfValue.Name(Name());
            case '(': return Literal();
            case '[': return Many(depth);
            case '<':
                now = from.ReadByte();
                if (now == '<') return Dictionary(depth);
                Back(now);
                return Hex();
            case '>':
                now = from.ReadByte();
                if (now == '>') return new PdfValue.Keyword(">>");
                Back(now);
                return new PdfValue.Keyword(">");
            case ']' or ')' or '{' or '}': return new PdfValue.Keyword(((char)now).ToString());
            default: return Word((char)now);
        }
    }

    private PdfValue Word(char first)
    {
        var word = new StringBuilder().Append(first);
        int now;
        while ((now = from.ReadByte()) >= 0 && !IsSpace(now) && !IsDelimiter(now))
            if (word.Length < LongestWord) word.Append((char)now);
        Back(now);
        var written = word.ToString();
        if (!double.TryParse(written, NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)) return new PdfValue.Keyword(written);
        return char.IsAsciiDigit(first) && number <= int.MaxValue && written.All(char.IsAsciiDigit) && ReferenceEnd() ? new PdfValue.Reference((int)number) : new PdfValue.Number(number);
    }

    // " 0 R" behind a number makes a reference of it.
    private bool ReferenceEnd()
    {
        var back = from.Position;
        var now = PassSpace();
        var digits = 0;
        while (char.IsAsciiDigit((char)Math.Max(now, 0)) && digits++ < 6) now = from.ReadByte();
        if (digits > 0 && IsSpace(now))
        {
            now = PassSpace();
            if (now == 'R' && from.ReadByte() is var after && (after < 0 || IsSpace(after) || IsDelimiter(after)))
            {
                Back(after);
                return true;
            }
        }
        from.Position = back;
        return false;
    }

    private string Name()
    {
        var name = new StringBuilder();
        int now;
        while ((now = from.ReadByte()) >= 0 && !IsSpace(now) && !IsDelimiter(now))
        {
            if (now == '#')
            {
                int one = from.ReadByte(), two = from.ReadByte();
                if (one < 0 || two < 0 || !char.IsAsciiHexDigit((char)one) || !char.IsAsciiHexDigit((char)two)) throw NotTaken.Broken();
                now = (Convert.ToInt32(((char)one).ToString(), 16) << 4) | Convert.ToInt32(((char)two).ToString(), 16);
            }
            if (name.Length < LongestWord) name.Append((char)now);
        }
        Back(now);
        return name.ToString();
    }

    private PdfValue.Words Literal()
    {
        var at = from.Position;
        var bytes = new List<byte>();
        var open = 1;
        while (true)
        {
            var now = from.ReadByte();
            if (now < 0 || bytes.Count > LongestString) throw NotTaken.Broken();
            if (now == ')' && --open == 0) return new([.. bytes], at, (int)(from.Position - 1 - at), IsHex: false);
            if (now == '(') open++;
            if (now != '\\')
            {
                bytes.Add((byte)now);
                continue;
            }
            now = from.ReadByte();
            switch (now)
            {
                case 'n': bytes.Add((byte)'\n'); break;
                case 'r': bytes.Add((byte)'\r'); break;
                case 't': bytes.Add((byte)'\t'); break;
                case 'b' or 'f': break;
                case '\r' or '\n': break;
                case >= '0' and <= '7':
                    var code = now - '0';
                    for (var i = 0; i < 2 && from.ReadByte() is var next; i++)
                    {
                        if (next is < '0' or > '7')
                        {
                            Back(next);
                            break;
                        }
                        code = (code * 8) + next - '0';
                    }
                    bytes.Add((byte)code);
                    break;
                default:
                    if (now >= 0) bytes.Add((byte)now);
                    break;
            }
        }
    }

    private PdfValue.Words Hex()
    {
        var at = from.Position;
        var digits = new StringBuilder();
        while (true)
        {
            var now = from.ReadByte();
            if (now < 0 || digits.Length > 2 * LongestString) throw NotTaken.Broken();
            if (now == '>') break;
            if (char.IsAsciiHexDigit((char)now)) digits.Append((char)now);
            else if (!IsSpace(now)) throw NotTaken.Broken();
        }
        var length = (int)(from.Position - 1 - at);
        if (digits.Length % 2 == 1) digits.Append('0');
        return new(Convert.FromHexString(digits.ToString()), at, length, IsHex: true);
    }

    private PdfValue.Many Many(int depth)
    {
        var values = new List<PdfValue>();
        while (Next(depth + 1) is { } value && value is not PdfValue.Keyword { Is: "]" or "endobj" })
            values.Add(value);
        return new(values);
    }

    private PdfValue.Dictionary Dictionary(int depth)
    {
        var values = new Dictionary<string, PdfValue>();
        while (Next(depth + 1) is { } key && key is not PdfValue.Keyword { Is: ">>" or "endobj" or "stream" })
        {
            if (key is not PdfValue.Name name) continue;
            if (Next(depth + 1) is not { } value || value is PdfValue.Keyword { Is: ">>" }) break;
            // Of a name that stands twice some readers take the first and some the last: here it is both.
            if (!values.TryAdd(name.Is, value)) values[$"{name.Is}\0{values.Count}"] = value;
        }
        return new(values);
    }

    private int PassSpace()
    {
        while (true)
        {
            var now = from.ReadByte();
            if (now == '%') Comment();
            else if (now < 0 || !IsSpace(now)) return now;
        }
    }

    private void Comment()
    {
        var start = new StringBuilder();
        int now;
        while ((now = from.ReadByte()) >= 0 && now is not ('\r' or '\n'))
            if (start.Length < 5) start.Append((char)now);
        if (!start.ToString().StartsWith("%EOF", StringComparison.Ordinal)) return;
        EndOfFile = from.Position;
        if (now != '\r') return;
        if (from.ReadByte() is var after && after == '\n') EndOfFile = from.Position;
        else Back(after);
    }

    private void Back(int read)
    {
        if (read >= 0) from.Position--;
    }

    internal static bool IsSpace(int now) => now is 0 or 9 or 10 or 12 or 13 or 32;

    internal static bool IsDelimiter(int now) => now is '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%';
}
