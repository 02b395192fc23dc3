using System.Diagnostics;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Tests.Benchmarks.Calling;

/// <summary>A unary Check of `complete` over loopback, h2c; the floor is the same bytes through a bare Kestrel endpoint and HttpClient on HTTP/2.</summary>
internal static class CallFigures
{
    private const int Rounds = 5;
    private const double WarmUpSeconds = 12;

    public static async Task Print(double seconds)
    {
        var request = new CheckRequest { Transfer = Samples.Complete() };
        await using var exchange = await ExchangeUnderTest.Start();
        var reply = await exchange.Check(request);
        await using var floor = await BareEndpoint.Start(request.ToByteArray(), reply.ToByteArray());
        Console.WriteLine();
        Console.WriteLine($"Call          Check of complete, {request.CalculateSize():N0} bytes up, {reply.CalculateSize():N0} down, medians of {Rounds}");
        // The runtime compiles what is hot only after tens of thousands of calls; before that a call takes five times as long.
        await CallsASecond(64, WarmUpSeconds, floor.Call);
        await CallsASecond(64, WarmUpSeconds, () => exchange.Check(request));
        foreach (var callers in new[] { 1, 64 })
        {
            var calls = new List<double>();
            var floors = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                floors.Add(await CallsASecond(callers, seconds, floor.Call));
                calls.Add(await CallsASecond(callers, seconds, () => exchange.Check(request)));
            }
            var (call, bare) = (Machine.Median(calls), Machine.Median(floors));
            Console.WriteLine($"  {callers,3} at a time: {call,8:N0} calls/s ({1e6 * callers / call:F0} µs each); floor {bare,8:N0}/s ({1e6 * callers / bare:F0} µs); ratio {call / bare:F2}");
        }
    }

    private static async Task<double> CallsASecond(int callers, double seconds, Func<Task> call)
    {
        var began = Stopwatch.GetTimestamp();
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
            {
                await call();
                Interlocked.Increment(ref done);
            }
        }));
        return done / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
