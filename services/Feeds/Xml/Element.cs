namespace InfoSharing.Feeds.Xml;

/// <summary>One element of a record, with the line on which it stands.</summary>
internal sealed class Element(string name, int line)
{
    private List<Element>? _children;

    /// <summary>Its name without a namespace's prefix.</summary>
    public string Name { get; } = name;

    /// <summary>The line of its start tag, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Its own text without surrounding space; "" when it has none.</summary>
    public string Text { get; set; } = "";

    /// <summary>The line on which its own text begins.</summary>
    public int TextLine { get; set; } = line;

    /// <summary>Whether it carries an attribute that belongs to the file and not to XML itself.</summary>
    public bool HasAttribute { get; init; }

    /// <summary>The elements in it, in the file's order.</summary>
    public IReadOnlyList<Element> Children => _children ?? (IReadOnlyList<Element>)[];

    /// <summary>Takes a child in.</summary>
    public void Add(Element child) => (_children ??= []).Add(child);

    /// <summary>The first element of that name, or null.</summary>
    public Element? First(string name)
    {
        foreach (var child in Children)
        {
            if (child.Name == name) return child;
        }

        return null;
    }

    /// <summary>Every element of that name.</summary>
    public IEnumerable<Element> All(string name) => Children.Where(child => child.Name == name);
}
