using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using InfoSharing.V1;

namespace InfoSharing.Tests.Unit.Rules.Properties;

/// <summary>Whether a finding's path leads somewhere: each field exists, and each item that it names is there.</summary>
internal static class FieldPath
{
    internal static bool Resolves(Transfer transfer, string path)
    {
        IMessage? here = transfer;
        var shape = Transfer.Descriptor;
        foreach (var step in path.Split('.'))
        {
            var parts = step.TrimEnd(']').Split('[');
            if (shape?.FindFieldByName(parts[0]) is not { } field) return false;
            var value = here is null ? null : field.Accessor.GetValue(here);
            if (parts.Length == 1)
            {
                if (field.IsRepeated && step != path.Split('.')[^1]) return false;
                here = value as IMessage;
            }
            else
            {
                var item = (value as IList)?.Cast<object>().Where((one, i) => one is IMessage message ? IdOf(message) == parts[1] || $"{i}" == parts[1] : $"{i}" == parts[1]).FirstOrDefault();
                if (item is null) return false;
                here = item as IMessage;
            }
            shape = field.FieldType == FieldType.Message ? field.MessageType : null;
        }
        return true;
    }

    private static string? IdOf(IMessage item) => item switch
    {
        Person person => person.Ref,
        _ => (item.Descriptor.FindFieldByName("item")?.Accessor.GetValue(item) as Item)?.Id,
    };
}
