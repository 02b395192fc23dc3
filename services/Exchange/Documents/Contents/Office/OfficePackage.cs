using System.Buffers.Binary;
using System.IO.Compression;
using InfoSharing.Exchange.Documents.Contents.Images;

namespace InfoSharing.Exchange.Documents.Contents.Office;

/// <summary>
/// A document that is an archive: Word, Excel and PowerPoint since 2007, and OpenDocument. It is written again entry by entry, so that nothing stands before, between or behind
/// its entries; programs and unknown objects in it are refused, properties and names of authors taken out, its words read.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    /// <summary>The most bytes that are unpacked of one document.</summary>
    internal const long MostUnpacked = 300 << 20;

    private const int MostEntries = 5000;
    private const int MostDirectory = 4 << 20;
    private const int EndBytes = 22;
    private const int MostDepth = 1;
    private const int SmallestScan = 700;
    private const int SmallestDrawing = 64 << 10;

    // The zip format's own beginning: whoever packs the same again gets the same bytes.
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly IPackageForm _form;
    private readonly ZipArchive _from;
    private readonly SealedSpool _to = new();
    private readonly WordsFound _words = new();
    private readonly HashSet<string> _taken = [];
    private readonly int _depth;
    private long _unpacked;
    private bool _isGiven;

    private OfficePackage(IPackageForm form, ZipArchive from, int depth) => (_form, _from, _depth) = (form, from, depth);

    internal static JudgedDocument Judge(Stream file, int depth)
    {
        CheckEnd(file);
        using var from = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var form = OoxmlForm.Of(from) ?? (IPackageForm?)OpenDocumentForm.Of(from) ?? throw NotTaken.Archive();
        using var package = new OfficePackage(form, from, depth);
        return package.Judge();
    }

    public void Dispose()
    {
        if (!_isGiven) _to.Dispose();
    }

    private JudgedDocument Judge()
    {
        using (var to = new ZipArchive(_to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in _form.InOrder(_from))
            {
                if (entry.FullName.EndsWith('/')) continue;
                if (entry.IsEncrypted) throw NotTaken.Locked();
                var deal = _form.DealOf(entry.FullName);
                if (deal == Deal.Refuse) throw NotTaken.Holds("a macro or an object that acts");
                if (deal == Deal.LeaveOut)
                {
                    _taken.Add(_form.WhatIs(entry.FullName));
                    continue;
                }
                Write(to, entry, deal);
            }
        }
        _isGiven = true;
        return new(_form.MediaType, _to) { TakenOut = _taken, Words = _words.ToString(), NotSearched = _words.Why };
    }

    private void Write(ZipArchive to, ZipArchiveEntry entry, Deal deal)
    {
        using var content = Unpack(entry);
        var head = new byte[Math.Min(Executables.HeadBytes, content.Length)];
        content.ReadExactly(head);
        content.Position = 0;
        if (Executables.In(head) is { } program && deal != Deal.Scrub) throw NotTaken.Holds(program);
        var made = to.CreateEntry(entry.FullName, entry.FullName == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
        made.LastWriteTime = Never;
        using var into = made.Open();
        switch (deal)
        {
            case Deal.Blank:
                _taken.Add(_form.WhatIs(entry.FullName));
                into.Write(_form.BlankOf(entry.FullName));
                break;
            case Deal.Scrub:
                new XmlScrub(_form, entry.FullName, _taken, _words).Copy(content, into);
                break;
            case Deal.Nested:
                Nested(content, into);
                break;
            default:
                Plain(entry.FullName, head, content, into);
                break;
        }
    }

    private SealedSpool Unpack(ZipArchiveEntry entry) => SealedSpool.Fill(spool =>
    {
        using var from = entry.Open();
        var buffer = new byte[32 << 10];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            if ((_unpacked += read) > MostUnpacked) throw NotTaken.TooMuchInside();
            spool.Write(buffer.AsSpan(0, read));
        }
        spool.Position = 0;
        return spool;
    });

    // A workbook behind a chart, as Word and PowerPoint keep it.
    private void Nested(SealedSpool content, Stream into)
    {
        if (_depth >= MostDepth) throw NotTaken.Attached();
        using var inner = Judge(content, _depth + 1);
        _taken.UnionWith(inner.TakenOut);
        if (inner.Words is { } words) _words.Add(words);
        if (inner.NotSearched is { Length: > 0 } and not NotSearched.NoWords) _words.CannotRead(inner.NotSearched);
        inner.Content.Position = 0;
        inner.Content.CopyTo(into);
    }

    private void Plain(string name, ReadOnlySpan<byte> head, SealedSpool content, Stream into)
    {
        if (head.StartsWith<byte>([0xFF, 0xD8, 0xFF])) Seen(JpegImage.Strip(content, into, _taken));
        else if (head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47])) Seen(PngImage.Strip(content, into, _taken));
        else
        {
            if (head.StartsWith("PK"u8) || head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])) throw NotTaken.Attached();
            if (head.StartsWith("%PDF-"u8)) throw NotTaken.Attached();
            if (_form.IsPicture(name) && content.Length > SmallestDrawing) _words.CannotRead(NotSearched.Image);
            content.CopyTo(into);
        }
    }

    // Large enough to be a page that was scanned or photographed: it may hold words that nobody here can search.
    private void Seen((int Width, int Height) size)
    {
        if (Math.Min(size.Width, size.Height) >= SmallestScan) _words.CannotRead(NotSearched.Image);
    }

    // Before the archive is opened: its directory is read whole into memory.
    private static void CheckEnd(Stream file)
    {
        var tail = new byte[Math.Min(file.Length, EndBytes + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        file.Position = 0;
        for (var at = tail.Length - EndBytes; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) != 0x06054B50) continue;
            if (BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10)) > MostEntries || BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12)) > MostDirectory) throw NotTaken.TooMuchInside();
            return;
        }
        throw NotTaken.Broken();
    }
}
