using System.IO.Compression;

namespace InfoSharing.Exchange.Documents.Contents.Pdf;

/// <summary>
/// PDF: 1. its objects are found; 2. what could act, other files in it and a lock are refused; 3. in a copy the properties (Info) and the metadata streams (XMP) are
/// overwritten where they stand, since everything in a PDF is named by where it stands, and whatever follows its end is cut off; 4. its words are read.
/// </summary>
internal static class PdfDocument
{
    private const int SmallestScan = 700;

    private static readonly Dictionary<string, string> Refused = new()
    {
        ["JavaScript"] = "JavaScript", ["JS"] = "JavaScript", ["Launch"] = "an action that starts a program", ["RichMedia"] = "a film or a player", ["XFA"] = "a form that acts",
        ["ImportData"] = "an action that fetches data", ["SubmitForm"] = "an action that sends data", ["GoToR"] = "an action that opens another file", ["GoToE"] = "an action that opens another file",
        ["Rendition"] = "a film or a player", ["Movie"] = "a film or a player", ["Sound"] = "a film or a player",
    };

    internal static JudgedDocument Judge(Stream file)
    {
        var objects = PdfObjects.Of(file); // 1
        if (objects.All.Count == 0 || objects.End == 0) throw NotTaken.Broken();
        foreach (var trailer in objects.Trailers)
            if (trailer["Encrypt"] is not null) throw NotTaken.Locked();
        foreach (var one in objects.All) Refuse(one.Value, 0); // 2
        RefuseHidden(file);

        var words = PdfWords.Of(objects); // 4, before anything is overwritten
        foreach (var image in objects.All.Where(one => one.HasStream && one.Dictionary.NameOf("Subtype") == "Image"))
            if (Math.Min(image.Dictionary.NumberOf("Width") ?? 0, image.Dictionary.NumberOf("Height") ?? 0) >= SmallestScan) words.CannotRead(NotSearched.Image);

        return SealedSpool.Fill(copy =>
        {
            Copy(file, copy, objects.End);
            var taken = new HashSet<string>();
            foreach (var number in objects.Trailers.SelectMany(trailer => trailer.Values).Where(one => one.Key.Split('\0')[0] == "Info").Select(one => one.Value).OfType<PdfValue.Reference>().Select(one => one.To).Distinct())
                foreach (var info in objects.All.Where(one => one.Number == number)) Blank(objects, info, copy, taken); // 3
            foreach (var stream in objects.All.Where(one => one.HasStream && one.Dictionary.NameOf("Type") == "Metadata")) Blank(stream, copy, taken);
            foreach (var photograph in objects.All.Where(one => one.HasStream && one.Dictionary.Filters is ["DCTDecode" or "DCT"])) PdfPictures.Blank(copy, photograph.StreamAt, photograph.StreamLength, taken);
            return new JudgedDocument("application/pdf", copy) { TakenOut = taken, Words = words.ToString(), NotSearched = words.Why };
        });
    }

    private static void Refuse(PdfValue value, int depth)
    {
        switch (value)
        {
            case PdfValue.Name name when Refused.TryGetValue(name.Is, out var what): throw NotTaken.Holds(what);
            case PdfValue.Name { Is: "EmbeddedFile" }: throw NotTaken.Attached();
            case PdfValue.Many many:
                foreach (var one in many.Values) Refuse(one, depth + 1);
                break;
            case PdfValue.Dictionary dictionary:
                foreach (var (key, one) in dictionary.Values)
                {
                    if (key is "JS" or "JavaScript" or "XFA" or "Launch") throw NotTaken.Holds(Refused[key]);
                    if (key is "EmbeddedFiles" or "EF") throw NotTaken.Attached();
                    Refuse(one, depth + 1);
                }
                break;
            default: break;
        }
    }

    // What another reader may find where this one sees only the bytes of a stream.
    private static void RefuseHidden(Stream file)
    {
        string[] names = ["/JavaScript", "/EmbeddedFile", "/RichMedia"];
        file.Position = 0;
        var buffer = new byte[64 << 10];
        var kept = 0;
        for (int read; (read = file.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var now = buffer.AsSpan(0, kept + read);
            foreach (var name in names)
                if (now.IndexOf(System.Text.Encoding.ASCII.GetBytes(name)) >= 0) throw name == "/EmbeddedFile" ? NotTaken.Attached() : NotTaken.Holds(Refused[name[1..]]);
            kept = Math.Min(16, now.Length);
            now[^kept..].CopyTo(buffer);
        }
    }

    private static void Copy(Stream from, SealedSpool to, long bytes)
    {
        from.Position = 0;
        var buffer = new byte[64 << 10];
        while (bytes > 0)
        {
            var read = from.Read(buffer, 0, (int)Math.Min(bytes, buffer.Length));
            if (read == 0) throw NotTaken.Broken();
            to.Write(buffer.AsSpan(0, read));
            bytes -= read;
        }
    }

    private static void Blank(PdfObjects objects, PdfObject info, SealedSpool copy, HashSet<string> taken)
    {
        var words = info.Dictionary.Values.Values.OfType<PdfValue.Words>().Where(one => one.Bytes.Length > 0).ToList();
        if (words.Count == 0) return;
        taken.Add(info.Dictionary.Values.Keys.Any(key => key.Split('\0')[0] is "Author" or "Creator" or "Company") ? Taken.Author : Taken.OtherMetadata);
        if (info.Holder is not { } holder)
        {
            foreach (var one in words) Blank(copy, one.At, one.Length, one.IsHex);
            return;
        }
        // Inside a packed stream: unpacked, blanked, and packed again into the same room.
        if (objects.Unpack(holder) is not { } bytes) throw NotTaken.CannotStrip();
        foreach (var one in words) Fill(bytes.AsSpan((int)one.At, one.Length), one.IsHex);
        foreach (var other in objects.All.Where(one => one.Holder == holder && one != info && one.Number == info.Number))
            foreach (var one in other.Dictionary.Values.Values.OfType<PdfValue.Words>()) Fill(bytes.AsSpan((int)one.At, one.Length), one.IsHex);
        Pack(bytes, holder, copy);
    }

    private static void Blank(PdfObject metadata, SealedSpool copy, HashSet<string> taken)
    {
        taken.Add(Taken.OtherMetadata);
        if (metadata.Dictionary.Filters.Count == 0) Blank(copy, metadata.StreamAt, metadata.StreamLength, isHex: false);
        else if (metadata.Dictionary.Filters is ["FlateDecode" or "Fl"]) Pack([(byte)' '], metadata, copy);
        else throw NotTaken.CannotStrip();
    }

    private static void Pack(byte[] bytes, PdfObject into, SealedSpool copy)
    {
        using var packed = new MemoryStream();
        if (into.Dictionary.Filters.Count == 0) packed.Write(bytes);
        else
            using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zip.Write(bytes);
        if (packed.Length > into.StreamLength) throw NotTaken.CannotStrip();
        copy.Position = into.StreamAt;
        copy.Write(packed.ToArray());
        for (var rest = into.StreamLength - packed.Length; rest > 0; rest--) copy.WriteByte(0);
    }

    private static void Blank(SealedSpool copy, long at, long length, bool isHex)
    {
        if (at + length > copy.Length) throw NotTaken.Broken();
        copy.Position = at;
        var spaces = new byte[Math.Min(length, 64 << 10)];
        for (var rest = length; rest > 0; rest -= spaces.Length)
        {
            var now = spaces.AsSpan(0, (int)Math.Min(rest, spaces.Length));
            Fill(now, isHex);
            copy.Write(now);
        }
    }

    // In a string of digits a space is "20".
    private static void Fill(Span<byte> room, bool isHex)
    {
        for (var i = 0; i < room.Length; i++) room[i] = !isHex ? (byte)' ' : i % 2 == 0 ? (byte)'2' : (byte)'0';
    }
}
