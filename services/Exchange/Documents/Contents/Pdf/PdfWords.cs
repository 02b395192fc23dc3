namespace InfoSharing.Exchange.Documents.Contents.Pdf;

/// <summary>
/// The words that a PDF shows: the strings of its text operators in every stream that has any, notes and form fields. A font's name may stand for several fonts in one file; each
/// meaning is then written, since a word too many is searched in vain and one too few is a place given away.
/// </summary>
internal sealed class PdfWords
{
    private const int WordGap = -180;

    private static readonly HashSet<string> NotShown = ["Metadata", "ObjStm", "XRef", "CMap"];

    private readonly PdfObjects _objects;
    private readonly WordsFound _words = new();
    private readonly Dictionary<string, List<CharacterMap>> _fonts = [];

    private PdfWords(PdfObjects objects) => _objects = objects;

    internal static WordsFound Of(PdfObjects objects)
    {
        var words = new PdfWords(objects);
        foreach (var one in objects.All) words.Fonts(one.Value, 0);
        foreach (var one in objects.All) words.Read(one);
        return words._words;
    }

    private void Fonts(PdfValue value, int depth)
    {
        if (value is PdfValue.Many many)
            foreach (var one in many.Values) Fonts(one, depth + 1);
        if (value is not PdfValue.Dictionary dictionary) return;
        if (_objects.Resolve(dictionary["Font"]) is PdfValue.Dictionary fonts)
            foreach (var (name, font) in fonts.Values)
                if (_objects.Resolve(font) is PdfValue.Dictionary known) Font(name.Split('\0')[0], known);
        foreach (var one in dictionary.Values.Values) Fonts(one, depth + 1);
    }

    private void Font(string name, PdfValue.Dictionary font)
    {
        if (!_fonts.TryGetValue(name, out var maps)) _fonts[name] = maps = [];
        if (maps.Count >= 16) return;
        maps.Add(font.ReferenceOf("ToUnicode") is { } number && _objects.Find(number) is { HasStream: true } map && _objects.Unpack(map) is { } bytes ? CharacterMap.Read(bytes)
            : font.NameOf("Subtype") is "Type0" or "Type3" || HasNamesOfItsOwn(font) ? CharacterMap.Unknown : CharacterMap.Plain);
    }

    private bool HasNamesOfItsOwn(PdfValue.Dictionary font) =>
        _objects.Resolve(font["Encoding"]) is PdfValue.Dictionary encoding && _objects.Resolve(encoding["Differences"]) is PdfValue.Many differences
        && differences.Values.OfType<PdfValue.Name>().Any(name => name.Is.Length > 1 && (char.IsAsciiDigit(name.Is[^1]) || name.Is.Contains('.', StringComparison.Ordinal)));

    private void Read(PdfObject one)
    {
        Notes(one.Dictionary);
        if (!one.HasStream) return;
        var (type, subtype) = (one.Dictionary.NameOf("Type"), one.Dictionary.NameOf("Subtype"));
        if (NotShown.Contains(type) || subtype is "Image" or "Type1C" or "CIDFontType0C" or "OpenType" || one.Dictionary["Length1"] is not null) return;
        if (_objects.Unpack(one) is not { } content)
        {
            _words.CannotRead(NotSearched.Encoded);
            return;
        }
        if (content.AsSpan().IndexOf("Tj"u8) >= 0 || content.AsSpan().IndexOf("TJ"u8) >= 0 || content.AsSpan().IndexOf("BT"u8) >= 0) Content(content);
    }

    // What somebody wrote beside the page, or into a field.
    private void Notes(PdfValue.Dictionary dictionary)
    {
        foreach (var key in new[] { "Contents", "V", "T", "Title", "URI", "Alt", "ActualText" })
        {
            if (dictionary[key] is not PdfValue.Words { Bytes.Length: > 0 } written) continue;
            _words.Break();
            _words.Add(written.Bytes is [0xFE, 0xFF, ..] ? System.Text.Encoding.BigEndianUnicode.GetString(written.Bytes.AsSpan(2)) : System.Text.Encoding.Latin1.GetString(written.Bytes));
            _words.Break();
        }
    }

    private void Content(byte[] content)
    {
        var stream = new MemoryStream(content);
        var reader = new PdfReader(stream);
        var written = new List<PdfValue>();
        List<CharacterMap> maps = [CharacterMap.Plain];
        while (true)
        {
            PdfValue? value;
            try
            {
                value = reader.Next();
            }
            catch (Api.Failing.DocumentNotTakenException)
            {
                return; // no page's content after all: bytes that happen to hold two letters
            }
            if (value is null) return;
            if (value is not PdfValue.Keyword keyword)
            {
                if (written.Count < 4096) written.Add(value);
                continue;
            }
            switch (keyword.Is)
            {
                case "Tf" when written is [.., PdfValue.Name name, PdfValue.Number]:
                    maps = _fonts.GetValueOrDefault(name.Is) ?? [CharacterMap.Plain];
                    break;
                case "Tj" or "'" or "\"" when written is [.., PdfValue.Words words]:
                    Say(maps, [words]);
                    break;
                case "TJ" when written is [.., PdfValue.Many many]:
                    Say(maps, many.Values);
                    break;
                case "T*" or "Td" or "TD" or "Tm" or "ET":
                    _words.Break();
                    break;
                case "BI":
                    PassPicture(stream);
                    break;
                default:
                    break;
            }
            written.Clear();
        }
    }

    private void Say(List<CharacterMap> maps, List<PdfValue> pieces)
    {
        foreach (var map in maps)
        {
            if (map.IsUnknown) _words.CannotRead(NotSearched.Encoded);
            foreach (var piece in pieces)
            {
                if (piece is PdfValue.Words words) map.Write(words.Bytes, _words);
                else if (piece is PdfValue.Number { Is: < WordGap }) _words.Add(' ');
            }
            if (maps.Count > 1) _words.Break();
        }
        _words.Add(' ');
    }

    // A picture among the operators: its bytes are none.
    private static void PassPicture(MemoryStream content)
    {
        int before = 0, last = 0;
        for (int now; (now = content.ReadByte()) >= 0; (before, last) = (last, now))
            if (last == 'E' && now == 'I' && PdfReader.IsSpace(before)) return;
    }
}
