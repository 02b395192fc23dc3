using System.Collections.Concurrent;
using System.Diagnostics;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Reading;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

/// <summary>Two processes of one agency on one database.</summary>
public sealed class ReplicaTests : IDisposable
{
    private const string Writers = "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name like 'InfoSharing %' and query not like 'listen%'";
    private readonly PostgresRoom _room = (PostgresRoom)On(Keeper.Postgres);
    private AgencyLedger? _other;

    private AgencyLedger One => _room.Ledger;

    private AgencyLedger Other => _other ??= _room.OpenAnother();

    public void Dispose()
    {
        _other?.Dispose();
        _room.Dispose();
    }

    [Fact]
    public async Task Of_what_two_write_while_their_connections_are_cut_nothing_is_lost_doubled_or_out_of_order()
    {
        const int Entries = 2_000;
        AgencyLedger[] both = [One, Other];
        using var done = new CancellationTokenSource();
        var cuts = CutUntil(done.Token);
        var watching = both.Select(ledger => Task.Run(() => Watch(ledger, Entries))).ToList();
        var acknowledged = new ConcurrentBag<Guid>();
        var left = Entries;
        await Task.WhenAll(Enumerable.Range(0, 24).Select(producer => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var transfer = _room.NewId();
                var entry = _room.Send(transfer);
                // Whoever got no answer asks again, and not always the same process.
                for (var (attempt, stored) = (producer, false); !stored; attempt++)
                    try
                    {
                        (await both[attempt % 2].AppendAsync(entry, Stop)).Outcome.ShouldBeOneOf(AppendOutcome.Stored, AppendOutcome.Repeated);
                        stored = true;
                    }
                    catch (LedgerUnavailableException)
                    {
                        // It was cut off, before or after the commit.
                    }
                acknowledged.Add(transfer);
            }
        }, Stop)));
        await done.CancelAsync();
        (await cuts).ShouldBeGreaterThan(5);

        var report = await Verified(Other);
        report.Holds.ShouldBeTrue($"broken at {report.BrokenAt}: {report.Reason}");
        _room.Ask<long>("select position from chain").ShouldBe(2 * Entries);
        _room.Ask<long>("select count(distinct position) from (select position from event union all select position from audit) as link").ShouldBe(2 * Entries);
        foreach (var table in new[] { "transfer", "outgoing", "event", "audit", "request", "case_key", "journey" }) _room.Ask<long>($"select count(*) from {table}").ShouldBe(Entries, table);
        acknowledged.Distinct().Count().ShouldBe(Entries);
        foreach (var watched in watching)
        {
            var seen = await watched;
            seen.ShouldBe(seen.OrderBy(one => one.Cursor));
            seen.Select(one => one.TransferId!.Value).ToHashSet().SetEquals(acknowledged).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Processes_that_start_at_once_on_a_new_database_make_one_ledger()
    {
        var ledgers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_room.OpenAnother, Stop)));
        foreach (var ledger in ledgers) (await ledger.AppendAsync(_room.Send(_room.NewId()), Stop)).Outcome.ShouldBe(AppendOutcome.Stored);
        (await ledgers[0].VerifyAsync(null, Stop)).Links.ShouldBe(8UL);
        (await ledgers[3].FindAsync("nhs", "9434765919", Stop)).Count.ShouldBe(4);
        foreach (var ledger in ledgers) ledger.Dispose();
    }

    [Fact]
    public async Task What_one_process_writes_the_other_hears_of_without_looking()
    {
        (await Other.HeadAsync(Stop)).Position.ShouldBe(0UL);
        await Heard(Other, () => One.AppendAsync(_room.Send(_room.NewId()), Stop));
        await Heard(One, () => Other.AppendAsync(_room.Send(_room.NewId()), Stop));
    }

    [Fact]
    public async Task The_same_request_at_two_processes_is_stored_once_and_gets_one_answer()
    {
        for (var round = 0; round < 20; round++)
        {
            var transfer = _room.NewId();
            var entry = _room.Send(transfer);
            var results = await Task.WhenAll(One.AppendAsync(entry, Stop), Other.AppendAsync(entry, Stop), One.AppendAsync(entry, Stop), Other.AppendAsync(entry, Stop));
            results.Count(result => result.Outcome == AppendOutcome.Stored).ShouldBe(1);
            results.Count(result => result.Outcome == AppendOutcome.Repeated).ShouldBe(3);
            results.ShouldAllBe(result => Text(result.Answer) == "answer to why we decided");
        }
        (await One.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task A_case_that_one_process_erased_is_written_by_no_other_though_that_knew_its_key()
    {
        var transfer = _room.NewId();
        await Other.AppendAsync(_room.Send(transfer), Stop);
        (await One.AppendAsync(new() { Rows = new() { Erase = transfer } }, Stop)).Outcome.ShouldBe(AppendOutcome.Stored);
        (await Other.AppendAsync(_room.Send(transfer, version: 2), Stop)).Reason.ShouldBe("erased");
        (await Other.OpenAsync(transfer, 1, null, Stop)).ShouldNotBeNull().Body.Open().ShouldBeNull();
    }

    [Fact]
    public async Task A_process_that_hangs_with_the_chain_in_its_hand_loses_it()
    {
        using var hang = new ManualResetEventSlim();
        using var has = new ManualResetEventSlim();
        var hung = One.AppendAsync(new()
        {
            Rows = new() { Audits = [new(null, 0, "hang", [])] },
            Decide = _ =>
            {
                has.Set();
                hang.Wait(Stop);
                return LedgerDecision.Go();
            },
        }, Stop);
        await Task.Run(() => has.Wait(Stop), Stop);
        try
        {
            (await Other.AppendAsync(_room.Send(_room.NewId()), Stop)).Outcome.ShouldBe(AppendOutcome.Stored, "before its callers give up");
        }
        finally
        {
            hang.Set();
        }
        await Should.ThrowAsync<LedgerUnavailableException>(hung);
        (await One.AppendAsync(_room.Send(_room.NewId()), Stop)).Outcome.ShouldBe(AppendOutcome.Stored);
        (await One.VerifyAsync(null, Stop)).Links.ShouldBe(4UL);
    }

    [Fact]
    public async Task A_lease_has_one_holder_until_it_gives_it_back_or_is_gone()
    {
        var (held, gone) = (TimeSpan.FromMinutes(10), TimeSpan.FromMilliseconds(300));
        (await One.LeaseAsync("dispatch", held, Stop)).ShouldBeTrue();
        (await Other.LeaseAsync("dispatch", held, Stop)).ShouldBeFalse();
        (await Other.LeaseAsync("something else", held, Stop)).ShouldBeTrue();
        (await One.LeaseAsync("dispatch", held, Stop)).ShouldBeTrue();
        _room.Close();
        (await Other.LeaseAsync("dispatch", gone, Stop)).ShouldBeTrue();

        var since = Stopwatch.GetTimestamp();
        while (!await One.LeaseAsync("dispatch", held, Stop)) await Task.Yield();
        Stopwatch.GetElapsedTime(since).ShouldBeInRange(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5));
        (await Other.LeaseAsync("dispatch", gone, Stop)).ShouldBeFalse();
    }

    // A connection that was cut while nobody used it is met by the next who reads.
    private static async Task<ChainReport> Verified(AgencyLedger ledger)
    {
        while (true)
        {
            try
            {
                return await ledger.VerifyAsync(null, Stop);
            }
            catch (LedgerUnavailableException)
            {
                // Again.
            }
        }
    }

    private static async Task Heard(AgencyLedger by, Func<Task> write)
    {
        while (true) // the first words may come before anybody listens
        {
            var next = by.Commits.Next;
            await write();
            if (await Task.WhenAny(next, Task.Delay(500, Stop)) == next) return;
        }
    }

    private async Task<int> CutUntil(CancellationToken done)
    {
        var cuts = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(150));
        try
        {
            while (await timer.WaitForNextTickAsync(done)) cuts += (int)_room.Ask<long>(Writers);
        }
        catch (OperationCanceledException)
        {
            // All is written.
        }
        return cuts;
    }

    // A watcher whose connection is cut goes on from its cursor.
    private static async Task<List<LedgerEvent>> Watch(AgencyLedger ledger, int count)
    {
        var seen = new List<LedgerEvent>();
        while (true)
        {
            try
            {
                await foreach (var one in ledger.WatchAsync(seen.Count == 0 ? 0 : seen[^1].Cursor, Stop))
                {
                    seen.Add(one);
                    if (seen.Count == count) return seen;
                }
            }
            catch (LedgerUnavailableException)
            {
                // Again.
            }
        }
    }
}
