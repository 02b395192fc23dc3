using System.Text;

namespace InfoSharing.Exchange.Documents.Contents.Pdf;

/// <summary>What the codes of a font mean, as its ToUnicode map says, or as the usual encodings do.</summary>
internal sealed class CharacterMap
{
    private const int MostCodes = 70_000;

    private readonly Dictionary<int, string> _codes = [];
    private readonly int _bytes;

    private CharacterMap(int bytes) => _bytes = bytes;

    /// <summary>Codes of one byte that mean what they mean in Latin-1.</summary>
    internal static CharacterMap Plain { get; } = new(1);

    /// <summary>True where its codes have no meaning that a program can find.</summary>
    internal bool IsUnknown { get; private init; }

    internal static CharacterMap Unknown { get; } = new(2) { IsUnknown = true };

    /// <summary>Reads a ToUnicode map.</summary>
    internal static CharacterMap Read(byte[] cmap)
    {
        var reader = new PdfReader(new MemoryStream(cmap));
        var written = new List<PdfValue>();
        var codes = new Dictionary<int, string>();
        var bytes = 1;
        while (reader.Next() is { } value)
        {
            if (value is not PdfValue.Keyword keyword)
            {
                if (written.Count < MostCodes) written.Add(value);
                continue;
            }
            if (keyword.Is == "endcodespacerange" && written.OfType<PdfValue.Words>().FirstOrDefault() is { } space) bytes = Math.Clamp(space.Bytes.Length, 1, 2);
            if (keyword.Is == "endbfchar") Characters(written, codes);
            if (keyword.Is == "endbfrange") Ranges(written, codes);
            written.Clear();
        }
        var map = new CharacterMap(bytes);
        foreach (var (code, meaning) in codes) map._codes[code] = meaning;
        return map;
    }

    internal void Write(byte[] written, WordsFound words)
    {
        for (var i = 0; i + _bytes <= written.Length; i += _bytes)
        {
            var code = _bytes == 1 ? written[i] : (written[i] << 8) | written[i + 1];
            if (_codes.TryGetValue(code, out var meaning)) words.Add(meaning);
            else if (_codes.Count == 0 && !IsUnknown) words.Add((char)code);
        }
    }

    private static void Characters(List<PdfValue> written, Dictionary<int, string> codes)
    {
        for (var i = 0; i + 1 < written.Count; i += 2)
            if (written[i] is PdfValue.Words code && written[i + 1] is PdfValue.Words meaning && codes.Count < MostCodes) codes[CodeOf(code)] = Encoding.BigEndianUnicode.GetString(meaning.Bytes);
    }

    private static void Ranges(List<PdfValue> written, Dictionary<int, string> codes)
    {
        for (var i = 0; i + 2 < written.Count; i += 3)
        {
            if (written[i] is not PdfValue.Words first || written[i + 1] is not PdfValue.Words last) continue;
            for (var code = CodeOf(first); code <= CodeOf(last) && codes.Count < MostCodes; code++)
            {
                var step = code - CodeOf(first);
                if (written[i + 2] is PdfValue.Many many && step < many.Values.Count && many.Values[step] is PdfValue.Words each) codes[code] = Encoding.BigEndianUnicode.GetString(each.Bytes);
                else if (written[i + 2] is PdfValue.Words { Bytes.Length: >= 2 } start)
                {
                    var meaning = (byte[])start.Bytes.Clone();
                    var end = ((meaning[^2] << 8) | meaning[^1]) + step;
                    (meaning[^2], meaning[^1]) = ((byte)(end >> 8), (byte)end);
                    codes[code] = Encoding.BigEndianUnicode.GetString(meaning);
                }
            }
        }
    }

    private static int CodeOf(PdfValue.Words written) => written.Bytes.Length switch { 0 => 0, 1 => written.Bytes[0], _ => (written.Bytes[^2] << 8) | written.Bytes[^1] };
}
