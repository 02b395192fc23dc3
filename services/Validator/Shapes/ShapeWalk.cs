using System.Collections;
using System.Text;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Validator.Contract;

namespace InfoSharing.Validator.Shapes;

/// <summary>Walks every field that is filled, and finds the values that do not hold the form that the contract's options ask for.</summary>
internal sealed class ShapeWalk(References references, bool tolerateMissingRefs)
{
    /// <summary>The most entries of one list. A whole childhood's chronology has some hundreds.</summary>
    internal const int LongestList = 10_000;

    private const int LongestTextInBytes = 102_400;
    private const int Sha256InBytes = 32;
    private const long FirstSecond = -2_208_988_800; // 1900-01-01T00:00:00Z
    private const long LastSecond = 7_289_654_399; // 2200-12-31T23:59:59Z

    private readonly HashSet<string> _given = [];

    /// <summary>What was found, in the order of the contract.</summary>
    internal List<Misfit> Misfits { get; } = [];

    internal void Walk(Transfer transfer) => Message(transfer, Shape.Of(Transfer.Descriptor), null);

    private void Message(IMessage message, Shape shape, Place? above)
    {
        foreach (var member in shape.Members)
        {
            switch (member.Get(message))
            {
                case null or "" or bool or uint or ulong or double:
                    break;
                case IList { Count: > 0 } many:
                    List(message, member, many, above);
                    break;
                case IMessage one:
                    Value(message, member, one, -1, above);
                    break;
                case { } value:
                    Value(message, member, value, -1, above);
                    break;
            }
        }
    }

    private void List(IMessage holder, Member member, IList many, Place? above)
    {
        if (many.Count > LongestList) Misfits.Add(new(holder, member, Misfit.Excess, new Place(above, member, "", -1), ShapeWords.TooMany(LongestList)));
        for (var i = 0; i < many.Count && i < LongestList; i++) Value(holder, member, many[i]!, i, above);
    }

    private void Value(IMessage holder, Member member, object value, int index, Place? above)
    {
        if (value is IMessage message && member.IsMessage && message is not Timestamp)
        {
            var place = PlaceOf(member, message, index, above);
            if (message is Text text) CheckText(holder, member, text, index, place);
            else Message(message, member.Shape!, place);
            return;
        }
        var words = value switch
        {
            string written => FaultOf(member.Format, written),
            ByteString bytes when member.Name == "sha256" && bytes.Length > 0 && bytes.Length != Sha256InBytes => ShapeWords.Sha256,
            System.Enum answer when !IsKnown(member.Field.EnumType, answer) => ShapeWords.UnknownAnswer(member.Field.EnumType),
            Timestamp moment when !IsMoment(moment) => ShapeWords.Moment,
            _ => null,
        };
        if (words is not null) Misfits.Add(new(holder, member, index, new Place(above, member, "", index), words));
    }

    private string? FaultOf(Format format, string written)
    {
        if (format == Format.Unspecified || written.Length == 0) return null;
        return Formats.FaultOf(format, written) ?? format switch
        {
            Format.NewRef when !_given.Add(written) => ShapeWords.UsedTwice,
            Format.PersonRef when !tolerateMissingRefs && !references.IsPerson(written) => ShapeWords.NobodyOfThatRef,
            Format.ItemRef when !tolerateMissingRefs && !references.IsAnything(written) => ShapeWords.NothingOfThatId,
            _ => null,
        };
    }

    private void CheckText(IMessage holder, Member member, Text text, int index, Place place)
    {
        // UTF-8 has at most three bytes for each UTF-16 unit: most texts need not be counted.
        if (text.Text_.Length > LongestTextInBytes / 3 && Encoding.UTF8.GetByteCount(text.Text_) > LongestTextInBytes)
        {
            Misfits.Add(new(holder, member, index, place, ShapeWords.TextTooLong));
            return;
        }
        if (text.Quotes.Count == 0) return;
        var length = 0u;
        foreach (var _ in text.Text_.EnumerateRunes()) length++;
        var quotes = Array.Find(Shape.Of(Text.Descriptor).Members, one => one.IsMessage)!;
        for (var i = 0; i < text.Quotes.Count; i++)
        {
            var quote = text.Quotes[i];
            if ((ulong)quote.Start + quote.Length > length || quote.Length == 0)
                Misfits.Add(new(text, quotes, i, new Place(place, quotes, "", i), ShapeWords.QuoteOutside));
        }
    }

    // An id that is no id is not repeated: a name may have been written there.
    private static Place PlaceOf(Member member, IMessage message, int index, Place? above)
    {
        var id = index < 0 || member.IsText ? "" : member.Shape!.IdOf(message);
        return new Place(above, member, Formats.IsRef(id) ? id : "", index);
    }

    // Binary protobuf can hold seconds that are no moment of any calendar; arithmetic on them would throw.
    private static bool IsMoment(Timestamp moment) =>
        moment.Seconds is >= FirstSecond and <= LastSecond && moment.Nanos is >= 0 and < 1_000_000_000;

    private static bool IsKnown(EnumDescriptor answers, System.Enum answer) => answers.FindValueByNumber(Convert.ToInt32(answer)) is not null;
}
