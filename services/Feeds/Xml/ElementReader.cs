using System.Text;
using System.Xml;

namespace InfoSharing.Feeds.Xml;

/// <summary>Reads one record of a long file into memory, and never more than a record's worth.</summary>
internal sealed class ElementReader : IDisposable
{
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    private readonly MeteredStream _stream;
    private readonly XmlReader _xml;
    private readonly IXmlLineInfo _lines;
    private readonly char[] _chunk = new char[4096];

    public ElementReader(Stream stream)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // windows-1252 is what many case systems still write
        _stream = new MeteredStream(stream);
        _xml = XmlReader.Create(_stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = false,
            NameTable = new BoundedNameTable(),
        });
        _lines = (IXmlLineInfo)_xml;
    }

    /// <summary>Bytes read so far.</summary>
    public long BytesRead => _stream.BytesRead;

    /// <summary>The line where reading stands.</summary>
    public int Line => Math.Max(1, _lines.LineNumber);

    /// <summary>The element begun last: where a fault is told to be.</summary>
    public string LastElement { get; private set; } = "";

    /// <summary>Whether reading stands on a start tag.</summary>
    public bool AtElement => _xml.NodeType == XmlNodeType.Element;

    /// <summary>Whether reading stands on an end tag.</summary>
    public bool AtEndElement => _xml.NodeType == XmlNodeType.EndElement;

    /// <summary>Whether reading stands on words.</summary>
    public bool AtText => _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA;

    /// <summary>Whether the element has no content and no end tag.</summary>
    public bool IsEmpty => _xml.IsEmptyElement;

    /// <summary>How many elements reading stands within.</summary>
    public int Depth => _xml.Depth;

    /// <summary>The element's name without a prefix.</summary>
    public string Name => _xml.LocalName;

    /// <summary>Goes on to the next tag or text; false at the end of the file.</summary>
    public bool Next()
    {
        _stream.Mark();
        if (!_xml.Read()) return false;
        if (_xml.Depth > XmlLimits.Depth) throw new UnreadableException($"elements stand more than {XmlLimits.Depth} deep in one another") { Element = LastElement };
        if (AtElement) LastElement = _xml.LocalName;
        return true;
    }

    /// <summary>Reads the element on which reading stands, to its end tag. Null when it is over the limits: it is then passed over, and reading can go on.</summary>
    public Element? Record()
    {
        var root = Begin();
        if (_xml.IsEmptyElement) return root;

        var budget = new Budget();
        var open = new Stack<(Element Element, StringBuilder? Text)>();
        var current = (Element: root, Text: (StringBuilder?)null);
        while (true)
        {
            if (!Next()) throw new UnreadableException("ends in the middle of an element") { Element = LastElement };
            if (AtElement)
            {
                budget.Elements++;
                var child = Begin();
                if (!budget.IsSpent) current.Element.Add(child);
                if (_xml.IsEmptyElement) continue;
                open.Push(current);
                current = (child, null);
            }
            else if (AtText)
            {
                current.Text = Text(current.Element, current.Text, budget);
            }
            else if (AtEndElement)
            {
                if (current.Text is not null) current.Element.Text = current.Text.ToString().Trim();
                if (!open.TryPop(out current)) return budget.IsSpent ? null : root;
            }
        }
    }

    /// <summary>Lets the parser go; the stream stays open, for it is its owner's.</summary>
    public void Dispose()
    {
        _xml.Dispose();
        _stream.Dispose();
    }

    private Element Begin() => new(_xml.LocalName, Line) { HasAttribute = _xml.HasAttributes && FindAttribute() };

    private bool FindAttribute()
    {
        var found = false;
        while (_xml.MoveToNextAttribute()) found |= _xml.Prefix != "xmlns" && _xml.LocalName != "xmlns" && _xml.NamespaceURI != SchemaInstance;
        _xml.MoveToElement();
        return found;
    }

    private StringBuilder Text(Element element, StringBuilder? text, Budget budget)
    {
        if (text is null)
        {
            text = new StringBuilder();
            element.TextLine = Line;
        }

        int read;
        _stream.Mark();
        while ((read = _xml.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
        {
            _stream.Mark();
            if (text.Length == 0) element.TextLine += LinesBeforeWords(_chunk.AsSpan(0, read));
            budget.Text += read;
            if (!budget.IsSpent) text.Append(_chunk, 0, read);
        }

        return text;
    }

    private static int LinesBeforeWords(ReadOnlySpan<char> text) => text[..(text.Length - text.TrimStart().Length)].Count('\n');

    private sealed class Budget
    {
        public int Elements { get; set; }

        public long Text { get; set; }

        public bool IsSpent => Elements > XmlLimits.ElementsOfRecord || Text > XmlLimits.TextOfRecord;
    }
}
