using InfoSharing.Exchange.Ledger.Entries;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

/// <summary>When a transfer's clocks are looked at again, on each engine.</summary>
public abstract class LookTests(Keeper keeper) : RoomTests(keeper)
{
    [Fact]
    public async Task A_transfer_is_looked_at_after_an_hour_and_then_when_it_was_said_and_never_once_nothing_can_run_out()
    {
        var (one, other) = (_room.NewId(), _room.NewId());
        await Journey(one);
        await Journey(other, soon: true);
        (await Due()).ShouldBe([other]);
        _room.Clock.Pass(TimeSpan.FromHours(1));
        (await Due()).ShouldBe([other, one], "the longest due first");
        (await _room.Ledger.ToLookAtAsync(_room.Clock.GetUtcNow(), 1, Stop)).ShouldBe([other]);

        await Look(one, _room.Clock.GetUtcNow().AddMinutes(5), 0);
        await Look(other, null, 0);
        (await Due()).ShouldBeEmpty();
        (await _room.Ledger.UnderWayAsync(10, Stop)).ShouldBe([one]);
        _room.Clock.Pass(TimeSpan.FromMinutes(5));
        (await Due()).ShouldBe([one]);
        await Look(one, null, 8);
        (await _room.Ledger.UnderWayAsync(10, Stop)).ShouldBe([one], "something stands out of it");
        (await _room.Ledger.ListAsync(10, null, Stop)).Transfers.Select(listed => (listed.TransferId, listed.Marks)).ShouldBe([(other, 0), (one, 8)]);
    }

    [Fact]
    public async Task What_happens_to_a_transfer_of_which_something_stands_out_has_it_looked_at_at_once()
    {
        var (marked, quiet) = (_room.NewId(), _room.NewId());
        foreach (var one in new[] { marked, quiet }) await Journey(one);
        await Look(marked, null, 1);
        await Look(quiet, null, 0);
        foreach (var one in new[] { marked, quiet }) await Journey(one);
        (await Due()).ShouldBe([marked]);
        (await _room.Ledger.UnderWayAsync(10, Stop)).ShouldBe([marked, quiet]);
    }

    [Fact]
    public async Task A_look_needs_no_link_and_is_refused_with_its_events_together()
    {
        var transfer = _room.NewId();
        await Journey(transfer);
        var head = (await _room.Ledger.HeadAsync(Stop)).Position;
        await Look(transfer, null, 0);
        (await _room.Ledger.HeadAsync(Stop)).Position.ShouldBe(head);
        var rows = new LedgerRows { Events = [new(transfer, 1, "escalated", Bytes("who"))], Looks = [new(transfer, null, 4)] };
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _room.Append(new() { Decide = view => view.Events(transfer)[^1].Cursor == head ? LedgerDecision.Go(rows) : LedgerDecision.No("changed") })));
        results.Count(result => result.Outcome == AppendOutcome.Stored).ShouldBe(1);
        (await _room.Ledger.EventsAsync(transfer, Stop)).Count(one => one.Kind == "escalated").ShouldBe(1);
        (await _room.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
    }

    private Task<IReadOnlyList<Guid>> Due() => _room.Ledger.ToLookAtAsync(_room.Clock.GetUtcNow(), 10, Stop);

    private Task<AppendResult> Journey(Guid transfer, bool soon = false) =>
        _room.Append(new() { Rows = new() { Events = [new(transfer, 1, "sent", Bytes("what"))], Journey = new(transfer, 1, "SENT", Bytes("summary"), soon) } });

    private Task<AppendResult> Look(Guid transfer, DateTimeOffset? at, int marks) => _room.Append(new() { Rows = new() { Looks = [new(transfer, at, marks)] }, Decide = _ => LedgerDecision.Go() });
}

public sealed class LookOnSqliteTests() : LookTests(Keeper.Sqlite);

public sealed class LookOnPostgresTests() : LookTests(Keeper.Postgres);
