using System.Xml;

namespace InfoSharing.Feeds.Xml;

/// <summary>The parser keeps every name it ever met; a file of made-up names would otherwise fill the memory.</summary>
internal sealed class BoundedNameTable : NameTable
{
    private int _names;

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    private string Counted(string name) =>
        ++_names <= XmlLimits.Names ? name : throw new UnreadableException($"has more than {XmlLimits.Names:N0} different names of elements, so it is no return that we know");
}
