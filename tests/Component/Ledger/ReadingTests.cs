using InfoSharing.Exchange.Ledger.Reading;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

public abstract class ReadingTests(Keeper keeper) : RoomTests(keeper)
{
    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended_newest_first()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            ids.Add(_room.NewId());
            await _room.Append(_room.Send(ids[^1]));
        }
        await _room.Append(_room.Send(ids[0], version: 2));
        var listed = new List<Guid>();
        string? token = null;
        do
        {
            var page = await _room.Ledger.ListAsync(3, token, Stop);
            page.Transfers.Count.ShouldBeLessThanOrEqualTo(3);
            listed.AddRange(page.Transfers.Select(one => one.TransferId));
            token = page.NextPageToken;
        }
        while (token is not null);
        listed.ShouldBe(ids.AsEnumerable().Reverse());
        (await _room.Ledger.ListAsync(200, null, Stop)).Transfers[^1].ShouldSatisfyAllConditions(oldest => oldest.Version.ShouldBe(2u), oldest => Text(oldest.Summary.Open()).ShouldBe("summary"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAUAAAAAAAAAAA")]
    public async Task A_page_token_of_somebody_elses_is_refused(string token) =>
        await Should.ThrowAsync<PageTokenException>(() => _room.Ledger.ListAsync(3, token, Stop));

    [Fact]
    public async Task A_watcher_sees_every_event_once_and_in_order_while_many_write()
    {
        const int Events = 400;
        var ledger = _room.Ledger;
        var watching = Task.Run(() => Take(0, Events), Stop);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Events / 8; i++) await ledger.AppendAsync(_room.Send(_room.NewId()), Stop);
        }, Stop)));
        var seen = await watching;
        seen.ShouldBe(seen.Order());
        seen.Distinct().Count().ShouldBe(Events);
        (await Take(seen[^6], 5)).ShouldBe(seen[^5..]);
    }

    [Fact]
    public async Task A_cursor_ahead_of_the_ledger_is_refused_and_one_at_its_head_waits()
    {
        var head = (await _room.Append(_room.Send(_room.NewId()))).Position;
        await Should.ThrowAsync<CursorAheadException>(() => Take(head + 1, 1));
        var waiting = Take(head, 1);
        waiting.IsCompleted.ShouldBeFalse();
        await _room.Append(_room.Send(_room.NewId()));
        (await waiting).ShouldHaveSingleItem().ShouldBe(head + 1);
    }

    [Fact]
    public async Task A_person_is_found_by_a_number_however_it_is_written_and_by_no_other()
    {
        var transfer = _room.NewId();
        await _room.Append(_room.Send(transfer));
        (await _room.Ledger.FindAsync("nhs", "9434765919", Stop)).ShouldBe([transfer]);
        (await _room.Ledger.FindAsync("nhs", "943-476-5919", Stop)).ShouldBe([transfer]);
        (await _room.Ledger.FindAsync("upn", "9434765919", Stop)).ShouldBeEmpty();
        (await _room.Ledger.FindAsync("nhs", "9434765918", Stop)).ShouldBeEmpty();
        (await _room.Ledger.FindAsync("nhs", " - ", Stop)).ShouldBeEmpty();
    }

    private async Task<List<ulong>> Take(ulong after, int count)
    {
        var seen = new List<ulong>();
        await foreach (var one in _room.Ledger.WatchAsync(after, Stop))
        {
            seen.Add(one.Cursor);
            if (seen.Count == count) break;
        }
        return seen;
    }
}

public sealed class ReadingOnSqliteTests() : ReadingTests(Keeper.Sqlite);

public sealed class ReadingOnPostgresTests() : ReadingTests(Keeper.Postgres);
