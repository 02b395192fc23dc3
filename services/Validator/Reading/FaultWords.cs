using System.Text.Json;
using Google.Protobuf.Reflection;

namespace InfoSharing.Validator.Reading;

/// <summary>What faults say: what is wrong, why it matters, how to mend it. No value of the transfer is ever among them.</summary>
internal static class FaultWords
{
    internal const string TooLarge = "This is larger than 10 MiB, the most that one transfer may have. Documents travel beside the transfer: take them out of it and name them in \"documents\".";
    internal const string Utf16 = "This is UTF-16 text. A transfer is UTF-8: save the file again as UTF-8.";
    internal const string NotJson = "From here on this is no JSON, so nothing after it can be read. A comma, a quotation mark or a bracket is missing or stands in the wrong place: look here and at the line before.";
    internal const string CutOff = "The file ends before the transfer does, as when it was cut off. Save or fetch it again, whole.";
    internal const string Empty = "The file is empty. A transfer is one JSON object, { … }, or the same in binary protobuf.";
    internal const string NotAnObject = "A transfer is one JSON object, { … }. Something else stands here.";
    internal const string After = "The transfer ends before this. One file holds one transfer: take out what follows it.";
    internal const string TooDeep = "This is nested deeper than any part of the contract, so it is not read. Take it out, or write it as the contract has it.";
    internal const string NotUtf8 = "These characters are not UTF-8 text, so nobody can be sure what they say. Save the file as UTF-8, or write them again.";
    internal const string Twice = "This field is given twice, and one of the two would be lost without a word. Keep the right one.";
    internal const string NullInList = "An entry of this list is null, which says nothing. Take it out, or write the entry.";
    internal const string Unreadable = "The transfer cannot be read, though no single field explains it. Write it again from your system; if it stays so, report it without the file's content.";
    internal const string NotBinary = "This is neither JSON nor a transfer in binary protobuf, or it was cut off. Save or fetch it again, whole.";
    internal const string UnknownInBinary = "This holds fields that this version of the contract does not know, and nothing is dropped in silence. Write it with this version, or upgrade the reader.";
    internal const string Moment = "This is not a moment in time. Write it as 2026-11-02T09:30:00Z.";
    internal const string Base64 = "These are not bytes in Base64. Write them in Base64, or leave the field out.";
    internal const string TooBig = "This is not a whole number that fits here (0 or more). Write it in digits, without a fraction.";
    internal const string Number = "This is not a number that fits here. Write it in digits.";

    internal static string More(int most) => $"There are more than {most} faults. Mend these first, then check again.";

    internal static string UnknownField(MessageDescriptor message, string? meant)
    {
        if (meant is not null) return $"The contract has no field of this name here. Did you mean \"{meant}\"?";
        var names = message.Fields.InDeclarationOrder();
        var cure = names.Count <= 14
            ? $"The fields here are: {string.Join(", ", names.Select(field => field.Name))}."
            : $"The fields of {message.Name} are in protos/{message.File.Name}.";
        return $"The contract has no field of this name here, and nothing is dropped in silence. {cure} Put what it says into one of them, or take it out.";
    }

    internal static string NotAmong(EnumDescriptor answers) =>
        $"This is not one of the answers that can stand here. Use one of: {string.Join(", ", answers.Values.Where(value => value.Number != 0).Select(value => value.Name))}.";

    internal static string WrongType(JsonTokenType found, FieldDescriptor field, bool inList) =>
        $"Here stands {Found(found)}; the contract wants {(field.IsRepeated && !inList ? $"a list, [ … ], of {Plural(field)}" : Wanted(field))}.";

    private static string Found(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object, { … }",
        JsonTokenType.StartArray => "a list, [ … ]",
        JsonTokenType.String => "words in quotation marks",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "null",
    };

    private static string Wanted(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message when field.MessageType == Text.Descriptor => "{ \"text\": \"…\" }",
        FieldType.Message when JsonScalars.IsMoment(field) => "a moment, as \"2026-11-02T09:30:00Z\"",
        FieldType.Message => $"an object, {{ … }}, with the fields of {field.MessageType.Name}",
        FieldType.Bool => "true or false, without quotation marks",
        FieldType.String when field.GetOptions()?.GetExtension(AnnotationsExtensions.Format) == Format.Day => "a day, as \"2026-11-02\"",
        FieldType.String => "words in quotation marks",
        FieldType.Bytes => "bytes, as Base64 in quotation marks",
        FieldType.Enum => $"one of: {string.Join(", ", field.EnumType.Values.Where(value => value.Number != 0).Select(value => value.Name))}",
        _ => "a number",
    };

    private static string Plural(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message when field.MessageType == Text.Descriptor => "{ \"text\": \"…\" }",
        FieldType.Message => "objects, { … }",
        FieldType.Enum => "answers in quotation marks",
        _ => "words in quotation marks",
    };
}
