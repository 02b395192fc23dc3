using System.Diagnostics;
using System.Security.Cryptography;
using InfoSharing.Exchange.Ledger.Entries;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

/// <summary>A rough figure, run by hand (<c>-explicit only</c>): what a ledger takes in a second on this machine.</summary>
public sealed class AppendSpeed : IDisposable
{
    private readonly LedgerRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory(Explicit = true)]
    [InlineData(64, false)]
    [InlineData(64, true)]
    [InlineData(256, false)]
    [InlineData(1, false)]
    public async Task Entries_a_second(int producers, bool viewToo)
    {
        var body = RandomNumberGenerator.GetBytes(16_000);
        var ledger = _room.Ledger;
        await Run(TimeSpan.FromSeconds(1));
        var (cpu, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var times = await Run(TimeSpan.FromSeconds(5));
        var seconds = watch.Elapsed.TotalSeconds;
        times.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{producers} producers, 16 kB transfer{(viewToo ? " and 16 kB view" : "")}: {times.Count / seconds:N0} entries/s, p50 {times[times.Count / 2]:N1} ms, p99 {times[times.Count * 99 / 100]:N1} ms, CPU {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds / seconds:P0}");
        times.Count.ShouldBePositive();

        async Task<List<double>> Run(TimeSpan time)
        {
            var end = Stopwatch.StartNew();
            var all = await Task.WhenAll(Enumerable.Range(0, producers).Select(_ => Task.Run(async () =>
            {
                var own = new List<double>();
                while (end.Elapsed < time)
                {
                    var transfer = _room.NewId();
                    var began = Stopwatch.GetTimestamp();
                    await ledger.AppendAsync(new LedgerEntry
                    {
                        Request = new("caller", "send", transfer.ToString(), new byte[32], [1], transfer),
                        Rows = new()
                        {
                            Contents = [new(_room.NewId(), transfer, 1, Standing.Sent, new byte[32], body, [])],
                            Events = [new(transfer, 1, "sent", Bytes("detail"))],
                            Audits = [new(transfer, 1, "send", Bytes("who and why"))],
                            Outgoing = [new(_room.NewId(), transfer, 1, Sandwell, 2, "transfer", viewToo ? body : Bytes("a small answer"))],
                        },
                    }, Stop);
                    own.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
                return own;
            }, Stop)));
            return [.. all.SelectMany(own => own)];
        }
    }
}
