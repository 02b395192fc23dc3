using System.Text;
using Grpc.Core;
using InfoSharing.Tests.Otlp;
using InfoSharing.Tests.SystemLane.Kills;
using InfoSharing.Tests.SystemLane.Network;
using InfoSharing.V1;

namespace InfoSharing.Tests.SystemLane.Canary;

/// <summary>The canary family goes through the running network; none of its words comes out where no case may be.</summary>
public class CanaryTests
{
    private const string Leeds = "leeds-social-care";
    private const string Sandwell = "sandwell-social-care";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_word_of_the_canary_family_is_in_a_log_span_metric_queue_error_or_on_a_disk_in_clear(bool distributed)
    {
        if (distributed) Broker.Need();
        await using var collector = await Collector.Start();
        await using var network = new RunningNetwork(distributed: distributed, telemetry: collector.Address);
        await network.Start(Stop);
        var family = new CanaryFamily();
        var errors = new List<string>();
        using var tap = distributed ? new BrokerTap(network.Folder) : null;
        if (tap is not null) await tap.Open([Leeds, Sandwell], Stop);

        var sent = await Send(network, family.HandOver());
        sent.OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        var refused = await Send(network, family.ToBeRefused());
        refused.Refused.AlertSent.ShouldBeTrue();
        (await Send(network, family.Alert())).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        var id = sent.Sent.TransferId;
        await Until(async () => (await Flow(network, Leeds, id)).Steps.Any(step => step.Number == 12));
        await Respond(network, new() { TransferId = id, Asked = new() { SawVersion = 1, Children = { "P2" }, Questions = { family.Words("Who saw him last?") } } });
        await Respond(network, new() { TransferId = id, Declined = new() { SawVersion = 1, Children = { "P3" }, Reason = Declined.Types.Reason.ChildNotInArea, Words = family.Words("She lives with her father in another area.") } });
        await Respond(network, new() { TransferId = id, Accepted = new() { SawVersion = 1, Children = { "P4" } } });
        await Until(async () => (await Flow(network, Leeds, id)).Steps.Count(step => step.Number == 11) >= 3);
        await Withdraw(network, id, family.Words("They came back."), errors);
        await Fail(network, family, id, errors);
        if (tap is not null)
        {
            await tap.Forge(Leeds, Sandwell, CanaryFamily.Forged, Stop);
            await Until(() => Task.FromResult(network.Said.Contains("quarantined", StringComparison.Ordinal)));
        }
        var trace = (await Flow(network, Leeds, id)).TraceId;
        var crossed = tap is null ? [] : await tap.Fetch(Stop);
        (await network.Stop(Stop)).ShouldBe(0);

        // It went where it should, and was watched.
        errors.Count.ShouldBeGreaterThanOrEqualTo(4);
        var steps = collector.Spans.Where(span => span.TraceId == trace).ToList();
        foreach (var name in new[] { "send", "message store", "message receipt" }) steps.ShouldContain(span => span.Name == name);
        if (distributed) (steps.First(span => span.Name == "send").Service, steps.First(span => span.Name == "message store").Service).ShouldBe((Leeds, Sandwell), "one trace through two processes");
        collector.Metrics.ShouldContain(metric => metric.Metric.Name == "infosharing.findings");
        if (distributed)
        {
            crossed.Count.ShouldBeGreaterThan(5);
            var parcels = collector.Spans.Where(span => span is { Name: "parcel send", Service: Leeds }).Select(span => span.TraceId).ToHashSet();
            collector.Spans.ShouldContain(span => span.Name == "parcel receive" && span.Service == Sandwell && parcels.Contains(span.TraceId), "a parcel's trace goes on behind the broker");
        }
        // Whom somebody tells may be a refuge: a span names no partner.
        foreach (var span in collector.Spans)
            foreach (var words in span.Span.Attributes.Select(tag => tag.Value.StringValue).Append(span.Name)) words.ShouldNotContain("social-care", Case.Insensitive, span.Source);

        var own = $"{await File.ReadAllTextAsync(Path.Combine(network.Folder, "network.json"), Stop)} {id} {refused.Refused.RefusalId}";
        var said = new Dictionary<string, string>
        {
            ["the logs"] = network.Said, ["spans and metrics"] = collector.Said, ["errors"] = string.Join('\n', errors),
            ["queues, beside the parcels"] = string.Join('\n', crossed.Select(one => one.Beside)), ["the parcels"] = string.Join('\n', crossed.Select(one => Encoding.Latin1.GetString(one.Body))),
        };
        foreach (var (where, words) in said)
        {
            words.ShouldNotContain(CanaryFamily.Mark, Case.Insensitive, where);
            if (where != "the parcels") words.ShouldNotContain(CanaryFamily.Forged, Case.Insensitive, where);
            foreach (var secret in family.Secrets(own)) words.Contains(secret, StringComparison.Ordinal).ShouldBeFalse($"{where} hold {secret}");
        }
        foreach (var file in Directory.EnumerateFiles(network.Folder, "*", SearchOption.AllDirectories))
        {
            Holds(file, CanaryFamily.Mark).ShouldBeFalse($"{file} holds a word of the family in clear");
            if (!file.StartsWith(Path.Combine(network.Folder, "broker"), StringComparison.Ordinal)) Holds(file, CanaryFamily.Forged).ShouldBeFalse($"{file} holds in clear what was quarantined");
        }
    }

    private static async Task<SendReply> Send(RunningNetwork network, Transfer transfer) => await network[Leeds].Insist(options => network[Leeds].Cases.SendAsync(new() { Transfer = transfer }, options), Stop);

    private static async Task<FlowReply> Flow(RunningNetwork network, string agency, string id) => await network[agency].Insist(options => network[agency].Cases.FlowAsync(new() { TransferId = id }, options), Stop);

    private static async Task Respond(RunningNetwork network, RespondRequest answer) => await network[Sandwell].Insist(options => network[Sandwell].Cases.RespondAsync(answer, options), Stop);

    // What a caller does wrong is answered in words: they go through other systems' logs.
    private static async Task Fail(RunningNetwork network, CanaryFamily family, string id, List<string> errors)
    {
        var cases = network[Leeds].Cases;
        var shapeless = family.HandOver();
        shapeless.Persons[0].DateOfBirth = family.Word();
        shapeless.From.Agency = family.Word();
        await Note(errors, options => cases.SendAsync(new() { Transfer = shapeless }, options), network);
        var other = family.HandOver();
        other.Id = id;
        await Note(errors, options => cases.SendAsync(new() { Transfer = other }, options), network);
        await Note(errors, options => cases.GetAsync(new() { TransferId = family.Word() }, options), network);
        await Note(errors, options => cases.RespondAsync(new() { TransferId = id, Asked = new() { SawVersion = 1, Children = { family.Word() }, Questions = { family.Words("Who?") } } }, options), network);
    }

    private static Task Withdraw(RunningNetwork network, string id, Text reason, List<string> errors) =>
        Note(errors, options => network[Leeds].Cases.WithdrawAsync(new() { TransferId = id, Reason = reason }, options), network, mayDo: true);

    private static async Task Note<T>(List<string> errors, Func<CallOptions, AsyncUnaryCall<T>> call, RunningNetwork network, bool mayDo = false)
    {
        try
        {
            await call(network[Leeds].Options(Stop));
            mayDo.ShouldBeTrue("this should have failed");
        }
        catch (RpcException fault)
        {
            errors.Add($"{fault.Status.Detail} {string.Join(' ', fault.Trailers.Select(entry => entry.IsBinary ? Encoding.Latin1.GetString(entry.ValueBytes) : entry.Value))}");
        }
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        bound.CancelAfter(TimeSpan.FromMinutes(1));
        while (!await holds()) await pause.WaitForNextTickAsync(bound.Token);
    }

    private static bool Holds(string file, string mark)
    {
        var bytes = File.ReadAllBytes(file);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(mark)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(mark)) >= 0;
    }
}
