using System.Diagnostics;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Delivery;

/// <summary>
/// The spans of delivery; nothing is made where nobody listens. A parcel's is a root that links to what its messages were made in; a message's is a child
/// there for a day, and after that a new trace with a link. Tags are lanes and counts: no agency, case or word of one.
/// </summary>
internal static class DeliveryTraces
{
    /// <summary>The source's name.</summary>
    internal const string Name = "InfoSharing.Exchange.Delivery";

    /// <summary>The header of the bus in which the parcel's own context travels: W3C trace context, without state or baggage.</summary>
    internal const string Header = "traceparent";

    private const int MostLinks = 32;
    private static readonly TimeSpan OneTrace = TimeSpan.FromDays(1);
    private static readonly ActivitySource Source = new(Name);

    /// <summary>What is to stand in <see cref="Header"/>; null where nothing is being traced.</summary>
    internal static string? Context => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Source.Name: Name, Id: { } id } ? id : null;

    /// <summary>Step 7 for a parcel.</summary>
    internal static Activity? Sending(Parcel parcel)
    {
        if (!Source.HasListeners()) return null;
        Activity.Current = null; // a root, whatever woke the dispatcher
        var links = parcel.Messages.Take(MostLinks).Select(entry => Message.Parser.ParseFrom(entry.Message).Traceparent).Select(ContextOf).OfType<ActivityContext>().Distinct().Select(context => new ActivityLink(context));
        return Source.StartActivity("parcel send", ActivityKind.Producer, default(ActivityContext), Tags(parcel), links);
    }

    /// <summary>Steps 8 to 12 for a parcel that came with a context.</summary>
    internal static Activity? Receiving(string? traceparent) => Source.HasListeners() ? Source.StartActivity("parcel receive", ActivityKind.Consumer, ContextOf(traceparent) ?? default) : null;

    /// <summary>Step 11 for a message.</summary>
    internal static Activity? Storing(Message message, DateTimeOffset now)
    {
        if (!Source.HasListeners() || ContextOf(message.Traceparent) is not { } made) return null;
        var parcel = Activity.Current is { } current ? new ActivityLink[] { new(current.Context) } : [];
        if (now - Exchanged.MadeAtOf(message.Id) <= OneTrace) return Source.StartActivity("message store", ActivityKind.Consumer, made, null, parcel);
        Activity.Current = null;
        return Source.StartActivity("message store", ActivityKind.Consumer, default(ActivityContext), null, [.. parcel, new(made)]);
    }

    // What another wrote: a context that is none is none.
    private static ActivityContext? ContextOf(string? traceparent) => ActivityContext.TryParse(traceparent, null, isRemote: true, out var context) ? context : null;

    private static KeyValuePair<string, object?>[] Tags(Parcel parcel) => [new("lane", (int)parcel.Lane), new("messages", parcel.Messages.Count), new("receipts", parcel.Receipts.Count)];
}
