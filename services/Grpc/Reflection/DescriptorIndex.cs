using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Grpc.Reflection;

/// <summary>Files and symbols that some services stand on.</summary>
internal sealed class DescriptorIndex
{
    private readonly Dictionary<string, FileDescriptor> files = [];
    private readonly Dictionary<string, FileDescriptor> symbols = [];
    private readonly Dictionary<string, SortedDictionary<int, FileDescriptor>> extensions = [];

    public DescriptorIndex(IEnumerable<ServiceDescriptor> services)
    {
        var all = services.ToList();
        Services = [.. all.Select(service => service.FullName).Distinct().Order(StringComparer.Ordinal)];
        foreach (var service in all)
        {
            Add(service.File);
        }
    }

    /// <summary>Full names, sorted.</summary>
    public IReadOnlyList<string> Services { get; }

    /// <summary>A file and all that it imports, each before those that import it; null when there is no such file.</summary>
    public IReadOnlyList<ByteString>? FileByName(string name) => Whole(files.GetValueOrDefault(name));

    /// <summary>The file that declares a message, enum, service, method, field or value.</summary>
    public IReadOnlyList<ByteString>? FileBySymbol(string symbol) => Whole(symbols.GetValueOrDefault(symbol.TrimStart('.')));

    /// <summary>The file that declares an extension of a message.</summary>
    public IReadOnlyList<ByteString>? FileByExtension(string type, int number) =>
        Whole(extensions.GetValueOrDefault(type.TrimStart('.'))?.GetValueOrDefault(number));

    /// <summary>Numbers of the extensions of a message; null when there is no such message.</summary>
    public IReadOnlyList<int>? ExtensionsOf(string type) =>
        extensions.TryGetValue(type.TrimStart('.'), out var known) ? [.. known.Keys]
        : symbols.ContainsKey(type.TrimStart('.')) ? []
        : null;

    private static List<ByteString>? Whole(FileDescriptor? file)
    {
        if (file is null)
        {
            return null;
        }

        var seen = new HashSet<string>();
        var whole = new List<ByteString>();
        Visit(file);
        return whole;

        void Visit(FileDescriptor next)
        {
            if (seen.Add(next.Name))
            {
                foreach (var imported in next.Dependencies)
                {
                    Visit(imported);
                }

                whole.Add(next.SerializedData);
            }
        }
    }

    private void Add(FileDescriptor file)
    {
        if (!files.TryAdd(file.Name, file))
        {
            return;
        }

        foreach (var imported in file.Dependencies)
        {
            Add(imported);
        }

        foreach (var service in file.Services)
        {
            symbols[service.FullName] = file;
            Note(service.Methods, file);
        }

        foreach (var message in file.MessageTypes)
        {
            Add(message, file);
        }

        foreach (var values in file.EnumTypes)
        {
            Add(values, file);
        }

        Extend(file.Extensions.UnorderedExtensions, file);
    }

    private void Add(MessageDescriptor message, FileDescriptor file)
    {
        symbols[message.FullName] = file;
        Note(message.Fields.InDeclarationOrder(), file);
        Note(message.Oneofs, file);
        Extend(message.Extensions.UnorderedExtensions, file);
        foreach (var nested in message.NestedTypes)
        {
            Add(nested, file);
        }

        foreach (var values in message.EnumTypes)
        {
            Add(values, file);
        }
    }

    private void Add(EnumDescriptor values, FileDescriptor file)
    {
        symbols[values.FullName] = file;
        Note(values.Values, file);
    }

    private void Note(IEnumerable<IDescriptor> descriptors, FileDescriptor file)
    {
        foreach (var descriptor in descriptors)
        {
            symbols[descriptor.FullName] = file;
        }
    }

    private void Extend(IEnumerable<FieldDescriptor> fields, FileDescriptor file)
    {
        foreach (var field in fields)
        {
            symbols[field.FullName] = file;
            if (!extensions.TryGetValue(field.ExtendeeType.FullName, out var known))
            {
                extensions[field.ExtendeeType.FullName] = known = [];
            }

            known[field.FieldNumber] = file;
        }
    }
}
