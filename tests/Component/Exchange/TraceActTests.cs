using System.Collections.Concurrent;
using System.Diagnostics;
using InfoSharing.Tests.Component.Directories;
using InfoSharing.Tests.Component.Parcels;

namespace InfoSharing.Tests.Component.Exchange;

/// <summary>An answer is somebody else's work, perhaps days later: a trace of its own that points to where the transfer began.</summary>
public sealed class TraceActTests(Agencies agencies, Officers officers)
{
    [Fact]
    public async Task An_answer_days_later_is_a_trace_of_its_own_that_links_to_the_sends_and_the_flow_says_both()
    {
        using var callers = new ActivitySource("Tests.Callers");
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Tests.Callers" or "InfoSharing.Exchange.Ledger",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var two = new TwoAgencies(agencies, officers);
        var transfer = two.Clean();
        ActivityTraceId sent, answered;
        using (var sending = callers.StartActivity("send")!)
        {
            await two.Leeds.Send(transfer);
            sent = sending.TraceId;
        }
        await two.CarryAll();
        two.Clock.Pass(TimeSpan.FromDays(3));
        using (var answering = callers.StartActivity("answer")!)
        {
            await two.Sandwell.Accept(transfer.Id, 1, "P2");
            answered = answering.TraceId;
        }
        await two.CarryAll();

        answered.ShouldNotBe(sent);
        spans.Where(span => span.TraceId == answered).SelectMany(span => span.Links).ShouldContain(link => link.Context.TraceId == sent);
        foreach (var side in new[] { two.Leeds, two.Sandwell })
        {
            var flow = await side.Flow(transfer.Id);
            flow.TraceId.ShouldBe(sent.ToHexString());
            flow.Steps.Where(step => step.Number == 13).Select(step => step.TraceId).ShouldBe([answered.ToHexString()]);
            flow.Steps.Where(step => step.Number == 5).Select(step => step.TraceId).ShouldBe([sent.ToHexString()]);
        }
    }
}
