using System.Collections;
using System.Text;
using InfoSharing.Validator.Contract;

namespace InfoSharing.Validator.Shapes;

/// <summary>A value that does not hold the form that its field asks for.</summary>
/// <param name="Holder">The message that holds the field.</param>
/// <param name="Member">The field.</param>
/// <param name="Index">The position in a list; -1 where the field is not one; <see cref="Excess"/> for all beyond the most that a list may have.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Words">What is wrong.</param>
internal sealed record Misfit(IMessage Holder, Member Member, int Index, Place Place, string Words)
{
    internal const int Excess = -2;

    /// <summary>Takes the value out of its message, and gives it as text.</summary>
    internal string TakeOut()
    {
        var value = Member.Get(Holder);
        if (Index == -1)
        {
            Member.Field.Accessor.Clear(Holder);
            return Written(value);
        }
        var list = (IList)value!;
        if (Index >= 0)
        {
            var one = Written(list[Index]);
            list.RemoveAt(Index);
            return one;
        }
        var all = new StringBuilder();
        for (var i = ShapeWalk.LongestList; i < list.Count; i++) all.AppendLine(Written(list[i]));
        while (list.Count > ShapeWalk.LongestList) list.RemoveAt(list.Count - 1);
        return all.ToString();
    }

    private static string Written(object? value) => value switch
    {
        string words => words,
        Text text => text.Text_,
        Google.Protobuf.WellKnownTypes.Timestamp moment => $"{moment.Seconds}.{moment.Nanos}",
        IMessage message => Json(message),
        ByteString bytes => bytes.ToBase64(),
        Enum number => number.ToString("D"),
        _ => value?.ToString() ?? "",
    };

    private static string Json(IMessage message)
    {
        try
        {
            return JsonFormatter.Default.Format(message);
        }
        catch (InvalidOperationException)
        {
            // It holds a moment that JSON cannot write: its bytes are kept.
            return message.ToByteString().ToBase64();
        }
    }
}
