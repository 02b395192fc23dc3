using System.Globalization;
using System.Text.Json;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace InfoSharing.Validator.Reading;

/// <summary>Whether a JSON value can stand in a field that holds one value; if so it is written to the copy in the form that the protobuf library reads.</summary>
internal static class JsonScalars
{
    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>True for a moment in time: a message in the contract, words in JSON.</summary>
    internal static bool IsMoment(FieldDescriptor field) => field.FieldType == FieldType.Message && field.MessageType == Timestamp.Descriptor;

    /// <summary>What is wrong with the value; null where nothing is, and then <paramref name="write"/> writes it.</summary>
    internal static string? Check(ref Utf8JsonReader reader, FieldDescriptor field, bool inList, out Action<Utf8JsonWriter> write)
    {
        write = static _ => { };
        switch (field.FieldType)
        {
            case FieldType.Bool:
                if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False)) break;
                var yes = reader.TokenType == JsonTokenType.True;
                write = writer => writer.WriteBooleanValue(yes);
                return null;
            case FieldType.String:
                if (reader.TokenType != JsonTokenType.String) break;
                if (Words(ref reader) is not { } words) return FaultWords.NotUtf8;
                write = writer => writer.WriteStringValue(words);
                return null;
            case FieldType.Enum:
                return Answer(ref reader, field, inList, ref write);
            case FieldType.Bytes:
                if (reader.TokenType != JsonTokenType.String) break;
                if (BytesOf(Words(ref reader)) is not { } base64) return FaultWords.Base64;
                write = writer => writer.WriteStringValue(base64);
                return null;
            case FieldType.Message:
                if (reader.TokenType != JsonTokenType.String) break;
                if (MomentOf(Words(ref reader)) is not { } moment) return FaultWords.Moment;
                write = writer => writer.WriteStringValue(moment);
                return null;
            default:
                return Number(ref reader, field, inList, ref write);
        }
        return FaultWords.WrongType(reader.TokenType, field, inList);
    }

    /// <summary>The words of a string or property name; null where they are not UTF-8 or hold half a character.</summary>
    internal static string? Words(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Answer(ref Utf8JsonReader reader, FieldDescriptor field, bool inList, ref Action<Utf8JsonWriter> write)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            // By number it may be an answer of a newer version: the shape check says so.
            if (!reader.TryGetInt32(out var number)) return FaultWords.NotAmong(field.EnumType);
            write = writer => writer.WriteNumberValue(number);
            return null;
        }
        if (reader.TokenType != JsonTokenType.String) return FaultWords.WrongType(reader.TokenType, field, inList);
        if (Words(ref reader) is not { } name || field.EnumType.FindValueByName(name) is null) return FaultWords.NotAmong(field.EnumType);
        write = writer => writer.WriteStringValue(name);
        return null;
    }

    // proto3 JSON takes numbers as words too; 64-bit ones are written so.
    private static string? Number(ref Utf8JsonReader reader, FieldDescriptor field, bool inList, ref Action<Utf8JsonWriter> write)
    {
        if (reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String)) return FaultWords.WrongType(reader.TokenType, field, inList);
        var written = reader.TokenType == JsonTokenType.String ? Words(ref reader) ?? "" : System.Text.Encoding.ASCII.GetString(reader.ValueSpan);
        if (field.FieldType is FieldType.Double or FieldType.Float)
        {
            if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) || !double.IsFinite(real)) return FaultWords.Number;
            write = writer => writer.WriteNumberValue(real);
            return null;
        }
        const NumberStyles Whole = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (written.Length > 40 || !decimal.TryParse(written, Whole, CultureInfo.InvariantCulture, out var number)
            || decimal.Truncate(number) != number || number < 0 || number > Largest(field.FieldType)) return FaultWords.TooBig;
        write = writer => writer.WriteNumberValue((ulong)number);
        return null;
    }

    private static ulong Largest(FieldType type) => type switch
    {
        FieldType.UInt32 or FieldType.Fixed32 => uint.MaxValue,
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => int.MaxValue,
        FieldType.UInt64 or FieldType.Fixed64 => ulong.MaxValue,
        _ => long.MaxValue,
    };

    private static string? BytesOf(string? written)
    {
        if (written is null) return null;
        var standard = written.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        standard = standard.PadRight((standard.Length + 3) / 4 * 4, '=');
        var room = new byte[standard.Length];
        return Convert.TryFromBase64String(standard, room, out var length) ? Convert.ToBase64String(room, 0, length) : null;
    }

    private static string? MomentOf(string? written)
    {
        if (written is null || written.Length is < 20 or > 35 || !(written.EndsWith('Z') || written[^6] is '+' or '-')) return null;
        if (!DateTimeOffset.TryParseExact(Shortened(written), Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return null;
        return moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
    }

    // Nanoseconds are allowed; this platform counts in steps of 100.
    private static string Shortened(string written)
    {
        var dot = written.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return written;
        var end = dot + 1;
        while (end < written.Length && char.IsAsciiDigit(written[end])) end++;
        return end - dot is > 8 and <= 10 ? string.Concat(written.AsSpan(0, dot + 8), written.AsSpan(end)) : written;
    }
}
