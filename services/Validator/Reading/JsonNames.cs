using System.Collections.Concurrent;
using System.Collections.Frozen;
using Google.Protobuf.Reflection;

namespace InfoSharing.Validator.Reading;

/// <summary>The names by which proto3 JSON knows the fields of a message: lowerCamelCase, and as in the proto file.</summary>
internal static class JsonNames
{
    private static readonly ConcurrentDictionary<MessageDescriptor, FrozenDictionary<string, FieldDescriptor>> Known = new();

    internal static FieldDescriptor? Find(MessageDescriptor message, string name) =>
        Known.GetOrAdd(message, static descriptor => Both(descriptor).ToFrozenDictionary()).GetValueOrDefault(name);

    private static Dictionary<string, FieldDescriptor> Both(MessageDescriptor message)
    {
        var names = new Dictionary<string, FieldDescriptor>();
        foreach (var field in message.Fields.InDeclarationOrder()) names[field.Name] = names[field.JsonName] = field;
        return names;
    }
}
