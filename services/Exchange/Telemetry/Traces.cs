using System.Diagnostics;
using Google.Protobuf;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Telemetry;

/// <summary>Where things stand in traces, as messages carry it (W3C trace context). The ids of messages are the truth; a trace is an aid, and what is none is no fault.</summary>
internal static class Traces
{
    private static readonly uint TraceparentTag = WireFormat.MakeTag(Message.TraceparentFieldNumber, WireFormat.WireType.LengthDelimited);

    /// <summary>Where this thread stands; blank where nothing is being traced.</summary>
    internal static string Here => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : "";

    /// <summary>What another wrote; null where that is none.</summary>
    internal static ActivityContext? ContextOf(string? traceparent) => ActivityContext.TryParse(traceparent, null, isRemote: true, out var context) ? context : null;

    /// <summary>The trace's id; blank where there is none.</summary>
    internal static string IdOf(string traceparent) => ContextOf(traceparent) is { } context ? context.TraceId.ToHexString() : "";

    /// <summary>What a message says, without reading the case in it; blank where it says nothing.</summary>
    internal static string In(ReadOnlySpan<byte> message)
    {
        using var reader = new CodedInputStream(message.ToArray());
        while (reader.ReadTag() is not 0 and var tag)
        {
            if (tag == TraceparentTag) return reader.ReadString();
            reader.SkipLastField();
        }
        return "";
    }

    /// <summary>What is done now, perhaps days later and by somebody else, points to where the transfer began.</summary>
    internal static void LinkToFirst(IEnumerable<Exchanged> stored)
    {
        if (Activity.Current is not { IsAllDataRequested: true } now) return;
        if (stored.MinBy(one => one.MadeAt) is { } first && ContextOf(first.Message.Traceparent) is { } began && began.TraceId != now.TraceId) now.AddLink(new(began));
    }
}
