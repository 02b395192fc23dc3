using System.Collections;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Tests.Unit.Rules.Properties;

/// <summary>A transfer with its lists in another order: every list of items, people or references. Names, lines and identifiers keep theirs, which has meaning.</summary>
internal static class Shuffled
{
    private static readonly HashSet<string> InOrder = ["names", "address_lines", "identifiers", "contacts", "quotes", "alternatives", "overrides", "kept_as_text", "acknowledged_warnings", "copies"];

    internal static Transfer Of(Transfer transfer, int seed)
    {
        var shuffled = transfer.Clone();
        Visit(shuffled, new Random(seed));
        return shuffled;
    }

    private static void Visit(IMessage message, Random random)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.IsMap) continue;
            switch (field.Accessor.GetValue(message))
            {
                case IMessage one: Visit(one, random); break;
                case IList many:
                    foreach (var one in many.OfType<IMessage>().ToList()) Visit(one, random);
                    if (InOrder.Contains(field.Name) || (field.FieldType == Google.Protobuf.Reflection.FieldType.Message && !HasId(field.MessageType))) break;
                    var items = many.Cast<object>().ToArray();
                    random.Shuffle(items);
                    many.Clear();
                    foreach (var item in items) many.Add(item);
                    break;
            }
        }
    }

    // Items without an id are named by their position.
    private static bool HasId(Google.Protobuf.Reflection.MessageDescriptor message) => message == Person.Descriptor || message.FindFieldByName("item") is not null;
}
