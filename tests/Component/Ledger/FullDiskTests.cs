using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Engines.Sqlite;
using InfoSharing.Exchange.Ledger.Entries;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

public sealed class FullDiskTests : IDisposable
{
    private readonly SqliteRoom _room = (SqliteRoom)LedgerRoom.On(Keeper.Sqlite);

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task A_full_disk_acknowledges_nothing_that_is_not_stored_and_the_ledger_recovers_when_space_returns()
    {
        await _room.Append(_room.Send(_room.NewId()));
        ((SqliteEngine)_room.Engine).Ceiling = _room.Ask<long>("pragma page_count") + 12;
        var words = new string('w', 30_000);
        var (stored, refused) = (new List<Guid>(), new List<LedgerEntry>());
        for (var i = 0; i < 40; i++)
        {
            var transfer = _room.NewId();
            var entry = _room.Send(transfer, words);
            try
            {
                (await _room.Append(entry)).Outcome.ShouldBe(AppendOutcome.Stored);
                stored.Add(transfer);
            }
            catch (LedgerUnavailableException)
            {
                refused.Add(entry);
            }
        }
        stored.ShouldNotBeEmpty();
        refused.ShouldNotBeEmpty();
        _room.Ask<long>("select count(*) from transfer").ShouldBe(stored.Count + 1);
        (await _room.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();

        ((SqliteEngine)_room.Engine).Ceiling = 1_000_000;
        foreach (var entry in refused) (await _room.Append(entry)).Outcome.ShouldBe(AppendOutcome.Stored);
        foreach (var transfer in stored) (await _room.Ledger.OpenAsync(transfer, 1, Standing.Sent, Stop)).ShouldNotBeNull();
        (await _room.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
    }
}
