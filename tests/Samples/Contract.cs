using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using InfoSharing.V1;

namespace InfoSharing.Tests;

/// <summary>One value of a message: where it stands, its field, and the value.</summary>
public sealed record ContractValue(string Path, FieldDescriptor Field, object Value)
{
    /// <summary>The form that a string must have.</summary>
    public Format Format => Field.Format();

    /// <summary>True where the field gives away where somebody lives or goes.</summary>
    public bool IsLocation => Field.IsLocation();
}

/// <summary>Walks a message by its descriptor, so that a new field is never forgotten.</summary>
public static class Contract
{
    /// <summary>Reads one part of a transfer from its JSON.</summary>
    public static T Read<T>(string json)
        where T : IMessage, new() => JsonParser.Default.Parse<T>(json);

    /// <summary>Every set value, depth first; each element of a repeated field by itself.</summary>
    public static IEnumerable<ContractValue> Values(IMessage message, string path = "")
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (!IsSet(message, field))
            {
                continue;
            }

            var here = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            var value = field.Accessor.GetValue(message);
            var number = 0;
            foreach (var one in field.IsRepeated ? (IList)value : new[] { value })
            {
                var at = field.IsRepeated ? $"{here}[{number++}]" : here;
                yield return new ContractValue(at, field, one!);
                if (one is IMessage child)
                {
                    foreach (var deeper in Values(child, at))
                    {
                        yield return deeper;
                    }
                }
            }
        }
    }

    /// <summary>Whether a field holds anything: a blank string, a zero and an enum's UNSPECIFIED are nothing.</summary>
    public static bool IsSet(IMessage message, FieldDescriptor field)
    {
        var value = field.Accessor.GetValue(message);
        return field.IsRepeated ? ((IList)value).Count > 0
            : field.HasPresence ? field.Accessor.HasValue(message)
            : value switch
            {
                string words => words.Length > 0,
                ByteString bytes => bytes.Length > 0,
                bool yes => yes,
                _ => Convert.ToInt64(value) != 0,
            };
    }
}
