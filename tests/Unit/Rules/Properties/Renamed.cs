using System.Collections;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using InfoSharing.V1;

namespace InfoSharing.Tests.Unit.Rules.Properties;

/// <summary>A transfer whose people bear other names, wherever they are written.</summary>
internal static class Renamed
{
    internal static Transfer Of(Transfer transfer)
    {
        var renamed = transfer.Clone();
        var names = Secrets.Names(transfer).SelectMany(name => name.Split(' ')).Where(name => name.Length > 2 && char.IsUpper(name[0])).Distinct()
            .Select((name, number) => (name, Mask: $"Mask{(char)('a' + (number / 26 % 26))}{(char)('a' + (number % 26))}")).ToDictionary(one => one.name, one => one.Mask);
        if (names.Count > 0) Visit(renamed, new Regex($@"\b({string.Join('|', names.Keys.Select(Regex.Escape))})\b"), names);
        return renamed;
    }

    // The names of the family alone: those of workers and agencies stay.
    private static void Visit(IMessage message, Regex pattern, Dictionary<string, string> names)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.IsMap) continue;
            var isWords = field.FieldType == FieldType.String && message is Text or Person.Types.Name;
            switch (field.Accessor.GetValue(message))
            {
                case string words when isWords: field.Accessor.SetValue(message, pattern.Replace(words, match => names[match.Value])); break;
                case IMessage one: Visit(one, pattern, names); break;
                case IList many:
                    foreach (var one in many.OfType<IMessage>().ToList()) Visit(one, pattern, names);
                    break;
            }
        }
        // Other names are of other lengths: the stretches that were quoted are so no more.
        if (message is Text { Quotes.Count: > 0 } text) text.Quotes.Clear();
    }
}
