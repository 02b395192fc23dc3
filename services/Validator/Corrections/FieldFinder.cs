using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;
using InfoSharing.Validator.Contract;
using InfoSharing.Validator.Reading;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Validator.Corrections;

/// <summary>Finds the field that a path names, as findings name them: <c>decisions[D1].reasoning</c>.</summary>
internal static partial class FieldFinder
{
    // What a transfer is, who sends it to whom, and how it is handled, are no statements about a family: another transfer or version says those.
    private static readonly HashSet<string> Fixed = ["id", "version", "kind", "from", "lead", "copies", "replaces_refusal", "item", "handling", "ref", "disclosure_controls"];

    /// <summary>The field, or why there is none.</summary>
    internal static (Correctable? Field, ShapeFault? Fault) Find(Transfer transfer, string path)
    {
        IMessage holder = transfer;
        Place? above = null;
        var parts = path.Trim().Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            if (Part().Match(parts[i]) is not { Success: true } part) return No(path, "This is no field. Write it as a finding names it: decisions[D1].reasoning.");
            var name = part.Groups["name"].Value;
            var shape = Shape.Of(holder.Descriptor);
            if (Array.Find(shape.Members, member => member.Name == name || member.Field.JsonName == name) is not { } member)
                return No(path, Nearest.To(name, shape.Members.Select(one => one.Name)) is { } near ? $"There is no field \"{name}\" there. Did you mean \"{near}\"?" : $"There is no field \"{name}\" there.");
            if (Fixed.Contains(member.Name)) return No(path, "This says what the transfer is, who sends it to whom or how it is handled. It is not corrected: send a next version, or another transfer.");

            var (place, fault) = PlaceOf(holder, above, member, part.Groups["which"].Value);
            if (place is null) return No(path, fault);
            if (i == parts.Length - 1) return HoldsAValue(member) ? (new(holder, place), null) : No(path, "Name one field of it: each is corrected by itself.");
            if (member.IsText || (place.Index >= 0 ? ((IList)member.Get(holder)!)[place.Index] : member.Get(holder)) is not IMessage below) return No(path, $"Nothing is written in \"{member.Name}\".");
            (holder, above) = (below, place);
        }
        return No(path, "Say which field is corrected.");
    }

    private static (Place? Place, string Fault) PlaceOf(IMessage holder, Place? above, Member member, string which)
    {
        if (!member.Field.IsRepeated) return which.Length == 0 ? (new(above, member, "", -1), "") : (null, $"\"{member.Name}\" is one, and no list.");
        if (which.Length == 0) return (null, $"\"{member.Name}\" is a list: say which of it, by its id or its number from 0, in brackets.");
        var all = (IList)member.Get(holder)!;
        for (var index = 0; index < all.Count; index++)
            if (all[index] is IMessage item && !member.IsText && member.Shape!.IdOf(item) == which) return (new(above, member, which, index), "");
        if (!int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= all.Count) return (null, $"\"{member.Name}\" has none of that id or number.");
        return (new(above, member, all[number] is IMessage one && !member.IsText ? member.Shape!.IdOf(one) : "", number), "");
    }

    private static bool HoldsAValue(Member member) => member.IsText || member.Field.FieldType is FieldType.String or FieldType.Bool or FieldType.UInt32 or FieldType.Enum;

    private static (Correctable?, ShapeFault?) No(string path, string words) => (null, new(path.Length is > 0 and <= 200 ? path : "field", words));

    [GeneratedRegex(@"^(?<name>[A-Za-z][A-Za-z0-9_]*)(\[(?<which>[A-Za-z0-9_-]{1,64})\])?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
