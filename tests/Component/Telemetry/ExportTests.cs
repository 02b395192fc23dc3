using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using InfoSharing.Local.Demo;
using InfoSharing.Local.Private;
using InfoSharing.Local.Running;
using InfoSharing.ServiceDefaults.Telemetry;
using InfoSharing.Tests.Component.Development;
using InfoSharing.Tests.Component.Exchange;
using InfoSharing.Tests.Otlp;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Telemetry;

public sealed class ExportTests
{
    private const string Leeds = "leeds-social-care";
    private const string Sandwell = "sandwell-social-care";
    private const string Words = "Ottoline Featherstonehaugh";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_send_is_one_trace_from_the_caller_to_the_stored_receipt_and_its_parcels_link_to_it()
    {
        await using var collector = await Collector.Start();
        var caller = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        var trace = caller.TraceId.ToHexString();
        FlowReply flow;
        using (new TelemetryExport(collector.Address, "all", TimeSpan.FromMilliseconds(100)))
        {
            using var data = await Networks.Copied();
            await using var network = await Start(data);
            flow = await Sent(network, caller);
        }

        var spans = collector.Spans.Where(span => span.TraceId == trace).ToList();
        SpanHeard One(string name) => spans.Single(span => span.Name == name);
        var called = One("infosharing.v1.CaseExchange/Send");
        called.Parent.ShouldBe(caller.SpanId.ToHexString());
        called.Tag("rpc.response.status_code").ShouldBe("OK");
        var sent = One("send");
        sent.Parent.ShouldBe(called.Id);
        One("judge").Parent.ShouldBe(sent.Id);
        foreach (var step in new[] { "message judge", "message store", "message receipt" }) One(step).Parent.ShouldBe(sent.Id, step);
        spans.Where(span => span.Name == "append").Select(span => span.Parent).ShouldContain(One("store").Id);
        One("store").Parent.ShouldBe(One("message store").Id);
        One("receipt").Parent.ShouldBe(One("message receipt").Id);
        One("message store").Tag("infosharing.message.id").ShouldBe(flow.Steps.First(step => step.Number == 11).MessageId);

        var parcel = collector.Spans.Single(span => span.Name == "parcel send" && span.LinkedTraces.Contains(trace));
        parcel.Parent.ShouldBeEmpty("a parcel may hold the messages of many traces");
        parcel.LinkedSpans.ShouldContain(sent.Id);
        var steps = collector.Spans.Where(span => span.TraceId == parcel.TraceId).ToList();
        steps.Where(span => span.Name is "seal" or "publish").Select(span => span.Parent).ShouldBe([parcel.Id, parcel.Id]);
        var received = steps.Single(span => span.Name == "parcel receive");
        received.Parent.ShouldBe(parcel.Id);
        steps.Single(span => span.Name == "open").Parent.ShouldBe(received.Id);
        One("message store").LinkedSpans.ShouldContain(received.Id);
        collector.Spans.Where(span => span.Name == "parcel receive").Select(span => span.Id).ShouldContain(One("message receipt").LinkedSpans.Single(), "the parcel that brought the receipt");

        flow.Steps.Where(step => step.TraceId == trace).Select(step => step.Number).Distinct().ShouldBe([2u, 5u, 7u, 8u, 10u, 11u, 12u], ignoreOrder: true);
    }

    [Fact]
    public async Task Of_what_a_caller_says_about_its_trace_nothing_but_where_it_stands_is_taken()
    {
        await using var collector = await Collector.Start();
        var caller = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None);
        using (new TelemetryExport(collector.Address, "all", TimeSpan.FromMilliseconds(100)))
        {
            using var data = await Networks.Copied();
            await using var network = await Start(data);
            await Sent(network, caller, new Metadata { { "tracestate", "vendor=Ottoline-Featherstonehaugh" }, { "baggage", "child=Ottoline%20Featherstonehaugh" } });
        }
        collector.Spans.ShouldContain(span => span.TraceId == caller.TraceId.ToHexString(), "whether the caller records is the caller's");
        collector.Spans.ShouldAllBe(span => span.Span.TraceState.Length == 0);
        foreach (var word in Words.Split(' ')) collector.Said.ShouldNotContain(word, Case.Insensitive);
        collector.Said.ShouldNotContain("/home/"); // a path
    }

    [Fact]
    public async Task Metrics_say_how_long_steps_take_what_waits_and_which_groups_of_rules_spoke()
    {
        await using var collector = await Collector.Start();
        using (new TelemetryExport(collector.Address, "all", TimeSpan.FromMilliseconds(100)))
        {
            using var data = await Networks.Copied();
            await using var network = await Start(data);
            await Sent(network, default);
            using var channel = Channel(network, Leeds);
            var refused = Clean();
            refused.Decisions.Clear();
            (await new CaseExchange.CaseExchangeClient(channel).SendAsync(new() { Transfer = refused }, cancellationToken: Stop)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Refused);
        }

        var ours = collector.Metrics.Where(metric => metric.Metric.Name.StartsWith("infosharing.", StringComparison.Ordinal)).ToList();
        IReadOnlyList<(string Tags, double Value)> Last(string agency, string name) => ours.Last(metric => metric.Metric.Name == name && metric.Of(agency).Count > 0).Of(agency);
        Last(Leeds, "infosharing.step.duration").Select(point => point.Tags).ShouldBe(["judge", "open", "publish", "receipt", "seal", "send"], ignoreOrder: true);
        Last(Sandwell, "infosharing.step.duration").Select(point => point.Tags).ShouldContain("judge_received");
        ours.First(metric => metric.Metric.Name == "infosharing.step.duration").Metric.Unit.ShouldBe("s");
        // Those of another test's network beside this one are counted with ours: the exporter knows meters by their names.
        Last(Leeds, "infosharing.sends").Select(point => point.Tags).ShouldBe(["refused", "sent"], ignoreOrder: true);
        Last(Leeds, "infosharing.sends").ShouldAllBe(point => point.Value >= 1);
        Last(Leeds, "infosharing.findings").Select(point => point.Tags).ShouldContain("reasoning refuse");
        // Each ledger has a meter of its own, and those of other tests' networks are told here too.
        ours.Where(metric => metric.Metric.Name == "infosharing.ledger.commit.entries").SelectMany(metric => metric.Of(Leeds)).Max(point => point.Value).ShouldBeGreaterThan(2);
        foreach (var gauge in new[] { "infosharing.queue.waiting", "infosharing.queue.age", "infosharing.queue.in_flight" })
            Last(Sandwell, gauge).Select(point => point.Tags).ShouldBe(["alerts_and_answers", "documents", "transfers"], ignoreOrder: true);
        Last(Sandwell, "infosharing.quarantine.entries").ShouldBe([("", 0)]);
        collector.Metrics.ShouldContain(metric => metric.Metric.Name == "http.server.request.duration");
        foreach (var tags in ours.SelectMany(metric => metric.Tags)) tags.ShouldNotContain("IS-");
    }

    [Fact]
    public async Task A_collector_that_is_gone_fails_no_call_and_holds_up_no_stop()
    {
        using var data = await Networks.Copied();
        var export = new TelemetryExport(new Uri($"http://127.0.0.1:{FreePort.Take(1)[0]}"), "all", TimeSpan.FromMilliseconds(50));
        await using var network = await Start(data);
        await Sent(network, default);
        var since = Stopwatch.GetTimestamp();
        export.Dispose();
        Stopwatch.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("http://127.0.0.1:4318", true)]
    [InlineData("https://collector.example:4318/", true)]
    [InlineData("127.0.0.1:4318", false)]
    [InlineData("http://127.0.0.1:4318/v1/traces", false)]
    [InlineData("http://user:secret@collector.example:4318", false)]
    [InlineData("file:///tmp/spans", false)]
    public void A_collector_is_named_by_its_address_alone(string endpoint, bool isTaken)
    {
        var faults = new TelemetryOptions { Endpoint = endpoint }.Faults().ToList();
        if (isTaken) faults.ShouldBeEmpty();
        else faults.ShouldBe(["Telemetry:Endpoint is not a collector's address; give http://127.0.0.1:4318 or https://HOST:PORT, without /v1/traces."]);
    }

    private static Transfer Clean()
    {
        var transfer = InfoSharing.Tests.Samples.Complete();
        transfer.Id = Guid.CreateVersion7(InfoSharing.Tests.Samples.JudgedOn).ToString();
        transfer.Copies.Clear();
        return transfer;
    }

    private static GrpcChannel Channel(RunningNetwork network, string agency) =>
        GrpcChannel.ForAddress(network.AddressOf(agency), new() { HttpHandler = new BearerHandler(File.ReadAllText(network.Network.TokenFileOf(agency)).Trim()), DisposeHttpClient = true });

    private static async Task<RunningNetwork> Start(Networks data) => await RunningNetwork.StartAsync(data.Folder, 0, new DemoClock(), new Progress<string>(), TextWriter.Null, Stop);

    // Sends, and waits until its receipt is stored.
    private static async Task<FlowReply> Sent(RunningNetwork network, ActivityContext from, Metadata? also = null)
    {
        var transfer = Clean();
        using var channel = Channel(network, Leeds);
        var client = new CaseExchange.CaseExchangeClient(channel);
        var headers = also ?? [];
        if (from.TraceId != default) headers.Add("traceparent", $"00-{from.TraceId}-{from.SpanId}-{(from.TraceFlags == ActivityTraceFlags.Recorded ? "01" : "00")}");
        (await client.SendAsync(new() { Transfer = transfer }, headers, cancellationToken: Stop)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        using var watch = client.Watch(new(), cancellationToken: Stop);
        while (await watch.ResponseStream.MoveNext(Stop))
            if (watch.ResponseStream.Current is { Event: "delivered" } happened && happened.TransferId == transfer.Id) break;
        return await client.FlowAsync(new() { TransferId = transfer.Id }, cancellationToken: Stop);
    }
}
