using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace InfoSharing.Tests.Unit.Deployment;

/// <summary>A place in a YAML document: a mapping, a list, or a text.</summary>
/// <param name="Node">What stands there; null where nothing does.</param>
/// <param name="At">Where it is, for whoever reads a failure.</param>
internal sealed record Yaml(object? Node, string At)
{
    private static readonly IDeserializer Reader = new DeserializerBuilder().Build();

    /// <summary>The text that stands there; blank where nothing does.</summary>
    internal string Text => Node as string ?? "";

    /// <summary>True where something stands there.</summary>
    internal bool IsThere => Node is not null;

    /// <summary>What stands under a name, or under names one in the other.</summary>
    internal Yaml this[params string[] names] => names.Aggregate(this, (at, name) => new(at.Node is Dictionary<object, object> map ? map.GetValueOrDefault(name) : null, $"{at.At}.{name}"));

    /// <summary>The items of a list; none where there is no list.</summary>
    internal IReadOnlyList<Yaml> Items => Node is List<object> list ? [.. list.Select((item, index) => new Yaml(item, $"{At}[{index}]"))] : [];

    /// <summary>The texts of a list.</summary>
    internal IEnumerable<string> Texts => Items.Select(item => item.Text);

    /// <summary>The names of a mapping with what stands under each.</summary>
    internal IReadOnlyDictionary<string, Yaml> Entries => Node is Dictionary<object, object> map ? map.ToDictionary(entry => (string)entry.Key, entry => new Yaml(entry.Value, $"{At}.{entry.Key}")) : new Dictionary<string, Yaml>();

    /// <summary>Everything beneath, and this.</summary>
    internal IEnumerable<Yaml> All => Items.Concat(Entries.Values).SelectMany(one => one.All).Prepend(this);

    /// <summary>The documents of a file, with what anchors and merges stand for.</summary>
    internal static IReadOnlyList<Yaml> Read(string file) => Parse(File.ReadAllText(file), Path.GetFileName(file));

    /// <summary>The documents of a text.</summary>
    internal static IReadOnlyList<Yaml> Parse(string text, string name)
    {
        var documents = new List<Yaml>();
        var parser = new MergingParser(new Parser(new StringReader(text)));
        parser.Consume<StreamStart>();
        while (!parser.Accept<StreamEnd>(out _)) documents.Add(new(Reader.Deserialize<object>(parser), name));
        return documents;
    }
}
