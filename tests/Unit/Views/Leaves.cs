using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using InfoSharing.V1;

namespace InfoSharing.Tests.Unit.Views;

/// <summary>All messages of a kind, and all places for free words, in a transfer.</summary>
internal static class Leaves
{
    internal static IEnumerable<T> Of<T>(IMessage message) where T : class, IMessage
    {
        if (message is T one) yield return one;
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.FieldType != FieldType.Message) continue;
            foreach (var below in field.Accessor.GetValue(message) switch { IList many => many.Cast<IMessage>(), IMessage single => [single], _ => [] })
                foreach (var found in Of<T>(below)) yield return found;
        }
    }

    /// <summary>Writes into any free string or text.</summary>
    internal static List<Action<Func<string, string>>> Writers(IMessage message)
    {
        var writers = new List<Action<Func<string, string>>>();
        foreach (var below in Of<IMessage>(message))
            foreach (var field in below.Descriptor.Fields.InDeclarationOrder())
            {
                if (field.FieldType != FieldType.String || field.Format() != Format.Unspecified) continue;
                if (field.Accessor.GetValue(below) is IList list)
                {
                    for (var i = 0; i < list.Count; i++)
                    {
                        var at = i;
                        writers.Add(change => list[at] = change((string)list[at]!));
                    }
                }
                else writers.Add(change => field.Accessor.SetValue(below, change((string)field.Accessor.GetValue(below))));
            }
        return writers;
    }
}
