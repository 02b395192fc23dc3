using System.Globalization;
using Google.Protobuf.Reflection;
using InfoSharing.Validator.Contract;

namespace InfoSharing.Validator.Corrections;

/// <summary>One field of a transfer that holds a value by itself: read, and written, as text.</summary>
/// <param name="Holder">The message that has it.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record Correctable(IMessage Holder, Place Place)
{
    private Member Member => Place.Member;

    /// <summary>What it says; blank where it says nothing.</summary>
    internal string Read() => Value() switch
    {
        null => "",
        Text text => text.Text_,
        string words => words,
        bool yes => yes ? "true" : "false",
        var value when Member.Field.FieldType == FieldType.Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture) is var number and not 0 ? Member.Field.EnumType.FindValueByNumber(number)?.Name ?? "" : "",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Writes it; false where such a value cannot stand there.</summary>
    internal bool Write(string says)
    {
        if (Parsed(says) is not { } value) return false;
        if (Place.Index >= 0) ((System.Collections.IList)Member.Get(Holder)!)[Place.Index] = value;
        else Member.Field.Accessor.SetValue(Holder, value);
        return true;
    }

    private object? Value() => Place.Index >= 0 ? ((System.Collections.IList)Member.Get(Holder)!)[Place.Index] : Member.Get(Holder);

    // Of a text the marks of who said what go with the words that they were about.
    private object? Parsed(string says)
    {
        if (Member.IsText) return new Text { Text_ = says };
        switch (Member.Field.FieldType)
        {
            case FieldType.String: return says;
            case FieldType.Bool: return bool.TryParse(says, out var yes) ? yes : null;
            case FieldType.UInt32: return uint.TryParse(says, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
            case FieldType.Enum:
                var code = Member.Field.EnumType.FindValueByName(says.Trim().ToUpperInvariant().Replace(' ', '_'));
                return code is null or { Number: 0 } ? null : Enum.ToObject(Member.Field.EnumType.ClrType, code.Number);
            default: return null;
        }
    }
}
