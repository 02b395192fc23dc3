using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;

namespace InfoSharing.Kit.Reading;

/// <summary>
/// Moves every day and moment of an example by the same number of days, so that it can be judged today: a service has a clock of its
/// own, and on another day another rule would have its say. Days in free words stay as they are.
/// </summary>
internal static class ShiftedDays
{
    /// <summary>The example as of another day.</summary>
    internal static Example To(Example example, DateTimeOffset at)
    {
        var days = (int)(at.UtcDateTime.Date - example.Beside.At.UtcDateTime.Date).TotalDays;
        var settings = Shifted(example.Beside.Settings, days);
        var flow = example.Beside.Flow is { } held ? Shifted(held, days) : null;
        var act = example.Act is { } done ? ShiftedAct(done, days) : null;
        return example with { Act = act, Transfer = Shifted(example.Transfer, days), Beside = example.Beside with { At = at, Settings = settings, Flow = flow } };
    }

    private static IMessage ShiftedAct(IMessage act, int days)
    {
        var copy = act.Descriptor.Parser.ParseFrom(act.ToByteArray());
        if (days != 0) Shift(copy, days);
        return copy;
    }

    private static T Shifted<T>(T message, int days)
        where T : IMessage<T>
    {
        var copy = message.Clone();
        if (days != 0) Shift(copy, days);
        return copy;
    }

    private static void Shift(IMessage message, int days)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.IsMap) continue;
            var value = field.Accessor.GetValue(message);
            if (field.FieldType == FieldType.Message)
                foreach (var one in field.IsRepeated ? (IList)value : value is null ? Array.Empty<object>() : new[] { value }) Move((IMessage)one!, days);
            else if (!field.IsRepeated && value is string { Length: > 0 } day && field.GetOptions()?.GetExtension(AnnotationsExtensions.Format) == Format.Day)
                field.Accessor.SetValue(message, DateOnly.Parse(day).AddDays(days).ToString("yyyy-MM-dd"));
        }
    }

    private static void Move(IMessage one, int days)
    {
        if (one is Timestamp moment) moment.Seconds += days * 86_400L;
        else Shift(one, days);
    }
}
