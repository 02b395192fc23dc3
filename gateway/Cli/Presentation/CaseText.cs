using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Presentation;

/// <summary>
/// A case in words, section by section, by the contract's own description of it: a field that is new in the contract is shown too.
/// Digests and record ids of other systems are for programs (<c>--json</c>).
/// </summary>
internal sealed class CaseText(Screen screen, AgencyNames agencies, Names names)
{
    /// <summary>What a reader needs before all else.</summary>
    internal static readonly IReadOnlyList<string> First = ["safe_contact", "disclosure_controls", "overrides", "alert", "call_record"];

    // What the page's head says already.
    private static readonly string[] InTheHead = ["id", "version", "kind", "from", "lead"];

    /// <summary>All other sections, as the contract orders them.</summary>
    internal static IReadOnlyList<string> Then { get; } =
        [.. Transfer.Descriptor.Fields.InDeclarationOrder().Select(field => field.Name).Except(First).Except(InTheHead)];

    /// <summary>Writes some sections of a transfer; those that are blank are left out.</summary>
    internal void Write(Transfer transfer, IReadOnlyList<string> sections)
    {
        foreach (var field in sections.Select(name => Transfer.Descriptor.FindFieldByName(name)))
        {
            var values = ValuesOf(transfer, field);
            if (values.Count == 0) continue;
            if (values[0] is IMessage)
            {
                screen.Heading(Words(field.Name), Colour.Bold, "");
                foreach (var value in values) Part((IMessage)value, 2);
            }
            else
            {
                screen.Words($"{Words(field.Name)}: {Shown(field, values)}");
            }
            screen.Blank();
        }
    }

    private void Part(IMessage part, int indent)
    {
        // One line for whatever can stand on one: a day, a person, a code.
        var plain = new List<string>();
        foreach (var field in part.Descriptor.Fields.InDeclarationOrder())
        {
            var values = ValuesOf(part, field);
            if (values.Count == 0 || values[0] is Item or ByteString) continue;
            if (values[0] is (not IMessage) or Timestamp or Who or Party) plain.Add($"{Words(field.Name)}: {Shown(field, values)}");
        }
        var id = (part.Descriptor.FindFieldByName("item")?.Accessor.GetValue(part) as Item)?.Id ?? "";
        if (id.Length + plain.Count > 0) screen.Words($"{(id.Length > 0 ? $"[{id}] " : "- ")}{string.Join("; ", plain)}", indent);
        foreach (var field in part.Descriptor.Fields.InDeclarationOrder())
        {
            foreach (var value in ValuesOf(part, field))
            {
                if (value is Text text) screen.Words($"{Words(field.Name)}: {text.Text_}", indent + 2);
                else if (value is IMessage and not (Item or Timestamp or Who or Party)) Nested(field, (IMessage)value, indent + 2);
            }
        }
    }

    private void Nested(FieldDescriptor field, IMessage value, int indent)
    {
        screen.Words($"{Words(field.Name)}:", indent);
        Part(value, indent + 2);
    }

    private string Shown(FieldDescriptor field, IReadOnlyList<object> values) => string.Join(", ", values.Select(value => Shown(field, value)));

    private string Shown(FieldDescriptor field, object value) => value switch
    {
        string words => Shown(field.GetOptions()?.GetExtension(AnnotationsExtensions.Format) ?? Format.Unspecified, words),
        bool yes => yes ? "yes" : "no",
        Timestamp at => Sentence.Moment(at)["at ".Length..],
        Who who => string.Join(", ", new[] { who.Name, who.Role, who.Org }.Where(part => part.Length > 0)),
        Party party => agencies.Of(party.Agency),
        _ when field.FieldType == FieldType.Enum => TransferWords.OfCode(field.EnumType.FindValueByNumber((int)value)?.Name ?? "not known here"),
        _ => value.ToString() ?? "",
    };

    private string Shown(Format format, string words) => format switch
    {
        Format.PersonRef => names.Of(words) ?? words,
        Format.Day => Dates.Read(words) is { } day ? Sentence.Day(day) : words,
        Format.Agency => agencies.Of(words),
        Format.Gss => AgencyNames.AreaOf(words),
        _ => words,
    };

    private static List<object> ValuesOf(IMessage message, FieldDescriptor field)
    {
        var value = field.Accessor.GetValue(message);
        if (field.IsRepeated) return field.IsMap ? [] : [.. ((IList)value).Cast<object>()];
        var isSet = field.HasPresence ? field.Accessor.HasValue(message) : value switch
        {
            string words => words.Length > 0,
            ByteString bytes => bytes.Length > 0,
            bool yes => yes,
            _ => Convert.ToInt64(value) != 0,
        };
        return isSet ? [value] : [];
    }

    // "area_gss" is a reader's "area": what is shown is its name.
    private static string Words(string fieldName) => Sentence.Capital(fieldName.Replace("_gss", "", StringComparison.Ordinal).Replace('_', ' '));
}
