using System.Xml;

namespace InfoSharing.Exchange.Documents.Contents.Office;

/// <summary>Copies an XML part without the names of authors, and reads its words on the way. Nothing of it is ever whole in memory, and nothing outside it is read.</summary>
internal sealed class XmlScrub(IPackageForm form, string entry, ISet<string> taken, WordsFound words)
{
    private const int MostDepth = 500;

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = OfficePackage.MostUnpacked, CloseInput = false, CheckCharacters = false };
    private static readonly XmlWriterSettings Writing = new() { CloseOutput = false, CheckCharacters = false, Encoding = new System.Text.UTF8Encoding(false) };

    private readonly Stack<string> _open = [];

    internal void Copy(Stream from, Stream to)
    {
        using var reader = XmlReader.Create(from, Reading);
        using var writer = XmlWriter.Create(to, Writing);
        var more = reader.Read();
        while (more)
        {
            if (reader.NodeType == XmlNodeType.Element && form.Drops(entry, reader.LocalName, name => AttributeOf(reader, name)) is { } what)
            {
                taken.Add(what);
                reader.Skip();
                more = !reader.EOF;
                continue;
            }
            Node(reader, writer);
            more = reader.Read();
        }
        words.Break();
    }

    private void Node(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                Element(reader, writer);
                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                if (form.Breaks(_open.Pop()) && form.HasWords(entry)) words.Break();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                Text(reader, writer);
                break;
            case XmlNodeType.XmlDeclaration:
                writer.WriteStartDocument();
                break;
            default:
                break; // comments and processing instructions show nothing
        }
    }

    private void Element(XmlReader reader, XmlWriter writer)
    {
        if (_open.Count >= MostDepth) throw NotTaken.Broken();
        var (element, isEmpty) = (reader.LocalName, reader.IsEmptyElement);
        writer.WriteStartElement(reader.Prefix, element, reader.NamespaceURI);
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            var value = reader.Value;
            if (value.Length > 0 && form.Blanks(entry, element, reader.LocalName) is { } what)
            {
                taken.Add(what);
                value = "";
            }
            if (reader.LocalName is "descr" or "title" or "Target" && form.HasWords(entry)) Say(value);
            writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, value);
        }
        if (isEmpty)
        {
            writer.WriteEndElement();
            if (form.Breaks(element) && form.HasWords(entry)) words.Break();
        }
        else _open.Push(element);
    }

    private void Say(string value)
    {
        words.Break();
        words.Add(value);
        words.Break();
    }

    private void Text(XmlReader reader, XmlWriter writer)
    {
        var value = reader.Value;
        if (_open.TryPeek(out var element) && !string.IsNullOrWhiteSpace(value) && form.BlanksText(entry, element) is { } what)
        {
            taken.Add(what);
            value = "";
        }
        else if (form.HasWords(entry))
        {
            if (element == "instrText" && value.TrimStart().StartsWith("DDE", StringComparison.OrdinalIgnoreCase)) throw NotTaken.Holds("a field that starts a program");
            words.Add(value);
        }
        writer.WriteString(value);
    }

    private static string? AttributeOf(XmlReader reader, string name)
    {
        string? found = null;
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
            if (reader.LocalName == name) found = reader.Value;
        reader.MoveToElement();
        return found;
    }
}
