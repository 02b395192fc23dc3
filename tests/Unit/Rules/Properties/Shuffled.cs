using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
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
                    if (InOrder.Contains(field.Name) || !HasNoPlace(field)) break;
                    var items = many.Cast<object>().ToArray();
                    random.Shuffle(items);
                    many.Clear();
                    foreach (var item in items) many.Add(item);
                    break;
            }
        }
    }

    // What has an id, and references, have no place of their own; what else is in a list is named by its position.
    private static bool HasNoPlace(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => field.MessageType == Person.Descriptor || field.MessageType.FindFieldByName("item") is not null,
        FieldType.String => field.Format() is Format.PersonRef or Format.ItemRef,
        _ => true,
    };
}
