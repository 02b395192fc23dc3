using System.Diagnostics;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Delivery.Dispatch;
using InfoSharing.Exchange.Telemetry;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Delivery;

/// <summary>
/// The spans of delivery; nothing is made where nobody listens. A parcel's is a root that links to what its messages were made in; a message's is a child
/// there for a day, and after that a new trace with a link. Tags are lanes, counts and ids of messages: no agency, case or word of one.
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

    /// <summary>True where somebody listens.</summary>
    internal static bool IsHeard => Source.HasListeners();

    /// <summary>What is to stand in <see cref="Header"/>; null where nothing is being traced. It is read within the parcel's span, or within a step of it.</summary>
    internal static string? Context
    {
        get
        {
            for (var span = Activity.Current; span is not null; span = span.Parent)
                if (span is { IdFormat: ActivityIdFormat.W3C, Source.Name: Name, Id: { } id }) return id;
            return null;
        }
    }

    /// <summary>Step 7 for a parcel.</summary>
    internal static Activity? Sending(Parcel parcel)
    {
        if (!IsHeard) return null;
        Activity.Current = null; // a root, whatever woke the dispatcher
        var links = parcel.Messages.Take(MostLinks).Select(entry => Traces.ContextOf(Traces.In(entry.Message.Span))).OfType<ActivityContext>().Distinct().Select(context => new ActivityLink(context));
        return Source.StartActivity("parcel send", ActivityKind.Producer, default(ActivityContext), Tags(parcel), links);
    }

    /// <summary>Steps 8 to 12 for a parcel that came with a context.</summary>
    internal static Activity? Receiving(string? traceparent) => IsHeard ? Source.StartActivity("parcel receive", ActivityKind.Consumer, Traces.ContextOf(traceparent) ?? default) : null;

    /// <summary>Step 10 for a message.</summary>
    internal static Activity? Judging(Message message, DateTimeOffset now) => OfMessage("message judge", message.Id, message.Traceparent, now);

    /// <summary>Step 11 for a message.</summary>
    internal static Activity? Storing(Message message, DateTimeOffset now) => OfMessage("message store", message.Id, message.Traceparent, now);

    /// <summary>Step 12 for a message of ours.</summary>
    internal static Activity? Receipted(string messageId, string? traceparent, DateTimeOffset now) => OfMessage("message receipt", messageId, traceparent, now);

    private static Activity? OfMessage(string name, string messageId, string? traceparent, DateTimeOffset now)
    {
        if (!IsHeard || Traces.ContextOf(traceparent) is not { } made) return null;
        var parcel = Activity.Current is { } current ? new ActivityLink[] { new(current.Context) } : [];
        var tags = Guid.TryParse(messageId, out var id) ? new KeyValuePair<string, object?>[] { new("infosharing.message.id", id.ToString("D")) } : []; // another's words are no id
        if (now - Exchanged.MadeAtOf(messageId) <= OneTrace) return Source.StartActivity(name, ActivityKind.Consumer, made, tags, parcel);
        Activity.Current = null;
        return Source.StartActivity(name, ActivityKind.Consumer, default(ActivityContext), tags, [.. parcel, new(made)]);
    }

    private static KeyValuePair<string, object?>[] Tags(Parcel parcel) => [new("infosharing.lane", Lanes.NameOf(parcel.Lane)), new("infosharing.messages", parcel.Messages.Count), new("infosharing.receipts", parcel.Receipts.Count)];
}
