using System.Buffers.Binary;

namespace InfoSharing.Exchange.Documents.Contents.Images;

/// <summary>
/// TIFF, whose parts name each other by where they stand: it is copied, and then in the copy what tells of a place, a time, a person or a device is overwritten and its entry
/// taken out of the list.
/// </summary>
internal sealed class TiffImage
{
    private const int MostPages = 2000;
    private const int EntryBytes = 12;

    private static readonly Dictionary<ushort, string> Told = new()
    {
        [270] = Taken.OtherMetadata, [271] = Taken.OtherMetadata, [272] = Taken.OtherMetadata, [269] = Taken.OtherMetadata, [285] = Taken.OtherMetadata, [305] = Taken.OtherMetadata,
        [306] = Taken.OtherMetadata, [315] = Taken.Author, [316] = Taken.Author, [700] = Taken.OtherMetadata, [33432] = Taken.Author, [33723] = Taken.OtherMetadata,
        [34377] = Taken.OtherMetadata, [34665] = Taken.OtherMetadata, [34853] = Taken.Location, [40965] = Taken.OtherMetadata, [37510] = Taken.OtherMetadata,
        [40091] = Taken.Author, [40092] = Taken.Author, [40093] = Taken.Author, [40094] = Taken.Author, [40095] = Taken.Author, [42016] = Taken.OtherMetadata,
    };

    // Lists of entries of their own: what is in them goes whole.
    private static readonly HashSet<ushort> Lists = [34665, 34853, 40965];

    private static readonly int[] Sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

    private readonly Stream _copy;
    private readonly bool _little;
    private readonly HashSet<string> _taken = [];
    private readonly HashSet<long> _seen = [];

    private TiffImage(Stream copy, bool little) => (_copy, _little) = (copy, little);

    internal static JudgedDocument Judge(Stream file) => SealedSpool.Fill(copy =>
    {
        file.Position = 0;
        file.CopyTo(copy);
        copy.Position = 0;
        var tiff = new TiffImage(copy, copy.ReadByte() == 'I');
        for (var at = tiff.Int(4); at != 0;) at = tiff.Page(at);
        return new JudgedDocument("image/tiff", copy) { TakenOut = tiff._taken, NotSearched = NotSearched.Image };
    });

    private long Page(long at)
    {
        Enter(at);
        var count = Short(at);
        for (var i = 0; i < count;)
        {
            var entry = at + 2 + (i * (long)EntryBytes);
            var tag = (ushort)Short(entry);
            if (!Told.TryGetValue(tag, out var what))
            {
                i++;
                continue;
            }
            _taken.Add(what);
            if (Lists.Contains(tag)) List(Int(entry + 8));
            else Blank(entry);
            Remove(at, i, count--);
        }
        return Int(at + 2 + (count * (long)EntryBytes));
    }

    private void List(long at)
    {
        Enter(at);
        var count = Short(at);
        for (var i = 0; i < count; i++)
        {
            var entry = at + 2 + (i * (long)EntryBytes);
            if (Lists.Contains((ushort)Short(entry))) List(Int(entry + 8));
            Blank(entry);
            Overwrite(entry, EntryBytes);
        }
    }

    private void Enter(long at)
    {
        if (_seen.Count >= MostPages || !_seen.Add(at)) throw NotTaken.Broken();
    }

    private void Blank(long entry)
    {
        var type = Short(entry + 2);
        var bytes = type < Sizes.Length ? Sizes[type] * Int(entry + 4) : 0;
        if (bytes > 4) Overwrite(Int(entry + 8), bytes);
    }

    private void Overwrite(long at, long bytes)
    {
        if (at < 8 || bytes > _copy.Length - at) throw NotTaken.Broken();
        _copy.Position = at;
        for (; bytes > 0; bytes--) _copy.WriteByte(0);
    }

    // What follows moves up, the pointer to the next page with it.
    private void Remove(long at, int index, int count)
    {
        var entry = at + 2 + (index * (long)EntryBytes);
        var rest = new byte[((count - index - 1) * EntryBytes) + 4];
        _copy.Position = entry + EntryBytes;
        _copy.ReadExactly(rest);
        _copy.Position = entry;
        _copy.Write(rest);
        Overwrite(entry + rest.Length, EntryBytes);
        Span<byte> two = stackalloc byte[2];
        if (_little) BinaryPrimitives.WriteUInt16LittleEndian(two, (ushort)(count - 1));
        else BinaryPrimitives.WriteUInt16BigEndian(two, (ushort)(count - 1));
        _copy.Position = at;
        _copy.Write(two);
    }

    private int Short(long at)
    {
        Span<byte> two = stackalloc byte[2];
        _copy.Position = at;
        _copy.ReadExactly(two);
        return _little ? BinaryPrimitives.ReadUInt16LittleEndian(two) : BinaryPrimitives.ReadUInt16BigEndian(two);
    }

    private long Int(long at)
    {
        Span<byte> four = stackalloc byte[4];
        _copy.Position = at;
        _copy.ReadExactly(four);
        return _little ? BinaryPrimitives.ReadUInt32LittleEndian(four) : BinaryPrimitives.ReadUInt32BigEndian(four);
    }
}
