using System.Xml;
using InfoSharing.Feeds.Cin.Rules;
using InfoSharing.Feeds.Xml;

namespace InfoSharing.Feeds.Cin;

/// <summary>Reads a Children in Need census return, one child at a time, and gives each child as a draft transfer.</summary>
/// <remarks>
/// The memory it needs does not grow with the file, but for eight bytes a child. Nothing in a file makes it throw; only the stream itself can.
/// A reader reads once.
/// </remarks>
public sealed class CinReader(Stream stream, CinReaderOptions options) : IDisposable
{
    private readonly ElementReader _xml = new(stream);
    private readonly FileMemory _memory = new();
    private readonly List<Oddity> _ofFile = [];
    private CinHeader? _header;
    private bool _toldOfNoHeader;
    private int _groups;
    private bool _inChildren;
    private bool _inRoot;
    private bool _ended;

    /// <summary>Bytes read so far, for whoever shows progress.</summary>
    public long BytesRead => _xml.BytesRead;

    /// <summary>Reads on: what is said of the file, and each child, in the file's order. <see cref="CinUnreadable"/> is always the last.</summary>
    public IEnumerable<CinResult> Read()
    {
        while (!_ended)
        {
            var child = StepOrFault();
            if (_ofFile.Count > 0)
            {
                yield return new CinFile([.. _ofFile]);
                _ofFile.Clear();
            }

            if (child is not null) yield return child;
        }
    }

    /// <summary>Lets the parser go; the stream stays open.</summary>
    public void Dispose() => _xml.Dispose();

    private CinResult? StepOrFault()
    {
        try
        {
            return Step();
        }
        catch (XmlException fault)
        {
            return Unreadable(fault.LineNumber, WordsFor(fault));
        }
        catch (UnreadableException fault)
        {
            return Unreadable(_xml.Line, fault.Message);
        }
    }

    private CinUnreadable Unreadable(int line, string words)
    {
        _ended = true;
        return new CinUnreadable(new(Math.Max(1, line), _xml.LastElement, words));
    }

    // The parser's own message may quote the file, so it is never passed on.
    private static string WordsFor(XmlException fault)
    {
        if (fault.Message.Contains("DTD", StringComparison.Ordinal)) return "has a document type declaration, which is refused: take the DOCTYPE out";
        if (fault.Message.Contains("Root element is missing", StringComparison.Ordinal)) return "the file is empty, or holds no XML";
        if (fault.Message.Contains("Unexpected end of file", StringComparison.Ordinal)) return "the file ends in the middle: was it cut short?";
        if (fault.Message.Contains("multiple root", StringComparison.Ordinal)) return "a second return begins after the end of the first: import each from its own file";
        if (fault.Message.Contains("encoding", StringComparison.OrdinalIgnoreCase)) return "holds bytes that are not in the encoding it names";
        return "is not well-formed XML from here";
    }

    private CinChild? Step()
    {
        if (!_xml.Next())
        {
            _ended = true;
            if (_groups == 0) _ofFile.Add(new(_xml.Line, "Children", "is missing"));
            _ofFile.AddRange(_memory.AtEnd(_xml.Line));
            return null;
        }

        if (_xml.AtText) Stray();
        else if (_xml.AtEndElement) _inChildren &= _xml.Depth > 1;
        else if (!_xml.AtElement) return null; // the XML declaration
        else if (!_inRoot) EnterRoot();
        else if (_inChildren && _xml.Name == "Child") return ReadChild();
        else if (_inChildren) Skip();
        else if (_xml.Name == "Header") ReadHeader();
        else if (_xml.Name == "Children") EnterChildren();
        else Skip();
        return null;
    }

    private void EnterRoot()
    {
        if (_xml.Name != "Message") throw new UnreadableException("the file begins with another element than Message: it is no census return");
        _inRoot = true;
    }

    private void ReadHeader()
    {
        var line = _xml.Line;
        var element = _xml.Record();
        if (element is null)
        {
            _ofFile.Add(new(line, "Header", "is over the limits of what is read, and is passed over"));
            return;
        }

        if (_header is not null)
        {
            _ofFile.Add(new(line, "Header", "is given more than once; the first is read"));
            return;
        }

        if (_groups > 0) _ofFile.Add(new(line, "Header", "stands after children, whose drafts could not take anything from it"));
        ShapeIsKnown.Check(element, _ofFile);
        _header = CinHeader.Read(element, _ofFile);
    }

    private void EnterChildren()
    {
        if (_groups++ > 0) _ofFile.Add(new(_xml.Line, "Children", "is given more than once; all are read"));
        _inChildren = !_xml.IsEmpty;
    }

    private CinChild? ReadChild()
    {
        if (_header is null && !_toldOfNoHeader)
        {
            _ofFile.Add(new(_xml.Line, "Header", "is missing before the children, so their drafts name no sender and no year"));
            _toldOfNoHeader = true;
        }

        var line = _xml.Line;
        var element = _xml.Record();
        if (element is null) return new CinChild(line, 0, null, [new(line, "Child", "is over the limits of what is read for one child (1 MiB of text, 20,000 elements), and has no draft")]);

        var doubles = _memory.Take(element).ToList();
        var child = ChildToTransfer.Write(element, _header ?? CinHeader.Missing, options);
        return doubles.Count == 0 ? child : child with { Oddities = [.. doubles, .. child.Oddities] };
    }

    private void Skip()
    {
        _ofFile.Add(ShapeIsKnown.Unknown(_xml.Name, _xml.Line));
        _ = _xml.Record();
    }

    private void Stray() => _ofFile.Add(new(_xml.Line, _inChildren ? "Children" : "Message", "has stray text between its elements, which is not read"));
}
