using System.Collections.Concurrent;
using System.Diagnostics;
using Google.Protobuf;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Tests.Component.Delivery;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Broker;

public sealed class TraceTests(Agencies agencies, SharedBroker shared)
{
    private const string Words = "Ottoline Featherstonehaugh";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_messages_trace_goes_on_where_it_is_stored_and_its_parcels_links_to_it(bool overBroker)
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Into(spans);
        var made = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        if (overBroker)
        {
            await using var network = await BrokerNetwork.Running(agencies, await shared.Get());
            await Send(network.Leeds, network.Sandwell, made);
            await network.Leeds.UntilDone(1);
        }
        else
        {
            await using var network = await Network.Running(agencies);
            await Send(network.Leeds, network.Sandwell, made);
            await network.Leeds.UntilDone(1);
        }

        var stored = spans.Single(span => span.OperationName == "message store" && span.TraceId == made.TraceId);
        stored.ParentSpanId.ShouldBe(made.SpanId);
        var sent = spans.Single(span => span.OperationName == "parcel send" && span.Links.Any(link => link.Context.TraceId == made.TraceId));
        sent.ParentSpanId.ShouldBe(default, "a root: one parcel may hold the messages of many traces");
        var received = spans.Single(span => span.OperationName == "parcel receive" && span.TraceId == sent.TraceId);
        // The broker's client puts a span of its own between where somebody listens to it, as another test may.
        if (overBroker) received.ParentSpanId.ShouldNotBe(default);
        else received.ParentSpanId.ShouldBe(sent.SpanId);
        stored.Links.Single().Context.SpanId.ShouldBe(received.SpanId);
        spans.SelectMany(span => span.TagObjects.Select(tag => $"{tag.Key} {tag.Value}").Append(span.DisplayName)).ShouldAllBe(said => !said.Contains(Words, StringComparison.Ordinal) && !said.Contains("leeds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_is_days_old_begins_a_new_trace_that_links_to_its_own()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Into(spans);
        var made = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        await using var network = await Network.Make(agencies);
        await network.Leeds.Start(delivery: false);
        await Send(network.Leeds, network.Sandwell, made);
        network.Clock.Pass(TimeSpan.FromDays(3));
        await network.Leeds.Down();
        await network.Sandwell.Start();
        await network.Leeds.Start();
        await network.Leeds.UntilDone(1);
        var stored = spans.Single(span => span.OperationName == "message store" && span.Links.Any(link => link.Context.TraceId == made.TraceId));
        stored.TraceId.ShouldNotBe(made.TraceId);
    }

    private static ActivityListener Into(ConcurrentQueue<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "InfoSharing.Exchange.Delivery",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static async Task Send(Side from, Side to, ActivityContext made)
    {
        var entry = from.To(to, Words);
        var row = entry.Rows.Outgoing[0];
        var message = Message.Parser.ParseFrom(row.Body);
        message.Traceparent = $"00-{made.TraceId}-{made.SpanId}-01";
        var traced = new LedgerEntry { Rows = new() { Events = entry.Rows.Events, Outgoing = [row with { Body = message.ToByteArray() }] } };
        (await from.Ledger.AppendAsync(traced, PreparedHost.Stop)).Outcome.ShouldBe(AppendOutcome.Stored);
    }
}
