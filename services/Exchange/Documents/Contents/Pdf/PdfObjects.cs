using System.IO.Compression;
using InfoSharing.Exchange.Documents.Contents.Office;

namespace InfoSharing.Exchange.Documents.Contents.Pdf;

/// <summary>
/// The objects of a PDF, found by reading the file from end to end: what its index leaves out is seen too, older states of the file among it. Objects in compressed streams are
/// unpacked. Bounded in number and in what is unpacked.
/// </summary>
internal sealed class PdfObjects
{
    private const int MostObjects = 500_000;
    private const int MostUnpacked = 32 << 20;

    private readonly PdfReader _reader;
    private long _unpacked;
    private Dictionary<int, PdfObject>? _byNumber;

    private PdfObjects(Stream file) => _reader = new(file);

    /// <summary>All of them, in the file's order; of a number that stands several times each state.</summary>
    internal List<PdfObject> All { get; } = [];

    /// <summary>What trailers and indexes say.</summary>
    internal List<PdfValue.Dictionary> Trailers { get; } = [];

    /// <summary>Where the file ends, as it says itself; 0 where it does not.</summary>
    internal long End => _reader.EndOfFile;

    internal static PdfObjects Of(Stream file)
    {
        var objects = new PdfObjects(file);
        file.Position = 0;
        objects.ReadAll();
        foreach (var packed in objects.All.Where(one => one.HasStream && one.Dictionary.NameOf("Type") == "ObjStm").ToList()) objects.UnpackObjects(packed);
        return objects;
    }

    /// <summary>The newest state of an object; null where there is none.</summary>
    internal PdfObject? Find(int number) => (_byNumber ??= All.GroupBy(one => one.Number).ToDictionary(one => one.Key, one => one.Last())).GetValueOrDefault(number);

    /// <summary>A value, or what it refers to.</summary>
    internal PdfValue? Resolve(PdfValue? value) => value is PdfValue.Reference reference ? Find(reference.To)?.Value : value;

    /// <summary>The bytes of a stream; null where it is packed in a way that is not read here.</summary>
    internal byte[]? Unpack(PdfObject one)
    {
        var filters = one.Dictionary.Filters;
        if (filters.Count > 1 || (filters.Count == 1 && filters[0] is not ("FlateDecode" or "Fl"))) return null;
        if (one.Dictionary["DecodeParms"] is { } parms && Resolve(parms) is PdfValue.Dictionary decode && decode.NumberOf("Predictor") > 1) return null;
        _reader.Position = one.StreamAt;
        var raw = new byte[Math.Min(one.StreamLength, MostUnpacked)];
        _reader.Stream.ReadExactly(raw);
        if (filters.Count == 0) return Count(raw);
        using var unpacked = new MemoryStream();
        try
        {
            using var from = new ZLibStream(new MemoryStream(raw), CompressionMode.Decompress);
            var buffer = new byte[16 << 10];
            for (int read; (read = from.Read(buffer)) > 0;)
            {
                if (unpacked.Length + read > MostUnpacked) throw NotTaken.TooMuchInside();
                unpacked.Write(buffer, 0, read);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException) // of memory alone: the second is what the packing itself says
        {
            // Damaged at its end: what came before it counts, as for those who show it.
        }
        return Count(unpacked.ToArray());
    }

    private byte[] Count(byte[] bytes) => (_unpacked += bytes.Length) <= OfficePackage.MostUnpacked ? bytes : throw NotTaken.TooMuchInside();

    private void ReadAll()
    {
        var (last, before) = (-1, -1);
        while (_reader.Next() is { } value)
        {
            switch (value)
            {
                case PdfValue.Number { Is: >= 0 and <= int.MaxValue } number:
                    (before, last) = (last, (int)number.Is);
                    continue;
                case PdfValue.Keyword { Is: "obj" } when before >= 0:
                    ReadObject(before);
                    break;
                case PdfValue.Keyword { Is: "trailer" }:
                    if (_reader.Next() is PdfValue.Dictionary trailer) Trailers.Add(trailer);
                    break;
                default:
                    break;
            }
            (last, before) = (-1, -1);
        }
    }

    private void ReadObject(int number)
    {
        if (All.Count >= MostObjects) throw NotTaken.TooMuchInside();
        if (_reader.Next() is not { } value) return;
        var after = _reader.Position;
        if (value is not PdfValue.Dictionary dictionary || _reader.Next() is not PdfValue.Keyword { Is: "stream" })
        {
            _reader.Position = after;
            All.Add(new(number, value));
            return;
        }
        var now = _reader.Byte();
        if (now == '\r') now = _reader.Byte();
        if (now is not '\n' and >= 0) _reader.Position--;
        var at = _reader.Position;
        var length = LengthOf(dictionary, at);
        All.Add(new(number, value, at, length));
        if (dictionary.NameOf("Type") == "XRef") Trailers.Add(dictionary);
        _reader.Position = at + length;
    }

    // As long as it says where "endstream" follows; else up to the first "endstream".
    private long LengthOf(PdfValue.Dictionary dictionary, long at)
    {
        if (dictionary.NumberOf("Length") is >= 0 and var said && at + said <= _reader.Length)
        {
            _reader.Position = at + said;
            if (_reader.Next() is PdfValue.Keyword { Is: "endstream" } && _reader.Position <= at + said + 16) return said;
        }
        _reader.Position = at;
        ReadOnlySpan<byte> end = "endstream"u8;
        var matched = 0;
        for (int now; (now = _reader.Byte()) >= 0;)
        {
            matched = now == end[matched] ? matched + 1 : now == end[0] ? 1 : 0;
            if (matched == end.Length) return _reader.Position - end.Length - at;
        }
        throw NotTaken.Broken();
    }

    private void UnpackObjects(PdfObject packed)
    {
        // Objects in a way of packing that is not read here could hold anything.
        if (Unpack(packed) is not { } bytes) throw NotTaken.CannotStrip();
        var (count, first) = (packed.Dictionary.NumberOf("N") ?? 0, packed.Dictionary.NumberOf("First") ?? 0);
        if (count is < 0 or > 100_000 || first < 0 || first > bytes.Length) throw NotTaken.Broken();
        var reader = new PdfReader(new MemoryStream(bytes));
        var places = new List<(int Number, int At)>();
        for (var i = 0; i < count; i++)
            if (reader.Next() is PdfValue.Number number && reader.Next() is PdfValue.Number place && number.Is is >= 0 and <= int.MaxValue && place.Is is >= 0 and <= int.MaxValue) places.Add(((int)number.Is, (int)place.Is));
        foreach (var (number, at) in places)
        {
            if (first + (long)at >= bytes.Length) continue;
            if (All.Count >= MostObjects) throw NotTaken.TooMuchInside();
            reader.Position = first + at;
            if (reader.Next() is { } value) All.Add(new(number, value, Holder: packed));
        }
    }
}
