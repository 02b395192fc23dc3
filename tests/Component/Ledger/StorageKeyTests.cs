using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Sealing;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

/// <summary>The storage key rotates: what it wrapped is wrapped anew, and the old one then opens nothing.</summary>
public abstract class StorageKeyTests(Keeper keeper) : RoomTests(keeper)
{
    private const int Many = 600; // more than one transaction's worth

    [Fact]
    public async Task After_a_start_with_both_keys_the_new_one_alone_opens_every_case_and_the_old_one_nothing()
    {
        var cases = Enumerable.Range(0, Many).Select(_ => _room.NewId()).ToList();
        foreach (var result in await Task.WhenAll(cases.Select(id => _room.Append(_room.Send(id, "why we decided"))))) result.Outcome.ShouldBe(AppendOutcome.Stored);
        _room.Close();
        var next = NewKey();

        using (var rotating = _room.Open(With(next, _room.KeyFile)))
        {
            (await rotating.AppendAsync(_room.Send(cases[0], "a second version", version: 2), Stop)).Outcome.ShouldBe(AppendOutcome.Stored);
        }
        using (var alone = _room.Open(With(next)))
        {
            foreach (var id in new[] { cases[0], cases[Many / 2], cases[^1] }) (await alone.OpenAsync(id, 1, null, Stop))!.Body.Open().ShouldNotBeNull();
            (await alone.OpenAsync(cases[0], 2, null, Stop))!.Body.Open().ShouldNotBeNull();
            (await alone.FindAsync("nhs", "943 476 5919", Stop)).Count.ShouldBe(Many);
            (await alone.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
        }
        Should.Throw<LedgerStartException>(() => _room.Open(With(_room.KeyFile))).Message.ShouldStartWith("The storage key of leeds-social-care is not the one with which the ledger in");
    }

    [Fact]
    public async Task One_that_was_stopped_half_way_goes_on_and_what_the_old_key_wraps_meanwhile_is_found()
    {
        var (first, second) = (_room.NewId(), _room.NewId());
        await _room.Append(_room.Send(first));
        _room.Close();
        var next = NewKey();
        _room.Open(With(next, _room.KeyFile)).Dispose();
        // A process that does not know yet wraps by the old key; it opens what the new one wrapped.
        using (var behind = _room.Open(With(_room.KeyFile, next)))
        {
            (await behind.OpenAsync(first, 1, null, Stop))!.Body.Open().ShouldNotBeNull();
            await behind.AppendAsync(_room.Send(second), Stop);
        }
        _room.Open(With(next, _room.KeyFile)).Dispose();
        using var alone = _room.Open(With(next));
        foreach (var id in new[] { first, second }) (await alone.OpenAsync(id, 1, null, Stop))!.Body.Open().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_retired_key_that_is_not_the_ledgers_is_refused_and_changes_nothing()
    {
        var id = _room.NewId();
        await _room.Append(_room.Send(id));
        _room.Close();
        Should.Throw<LedgerStartException>(() => _room.Open(With(NewKey(), NewKey())));
        using var again = _room.Open(With(_room.KeyFile));
        (await again.OpenAsync(id, 1, null, Stop))!.Body.Open().ShouldNotBeNull();
    }

    private string NewKey()
    {
        var file = Path.Combine(_room.Folder, $"storage-{_room.NewId():N}.key");
        StorageKey.Make(file);
        return file;
    }

    private LedgerOptions With(string key, params string[] retired) => new()
    {
        Agency = _room.Options.Agency, Engine = _room.Options.Engine, Folder = _room.Options.Folder, Connection = _room.Options.Connection, PasswordFile = _room.Options.PasswordFile,
        StorageKeyFile = key, RetiredStorageKeyFiles = retired,
    };
}

public sealed class StorageKeyOnSqliteTests() : StorageKeyTests(Keeper.Sqlite);

public sealed class StorageKeyOnPostgresTests() : StorageKeyTests(Keeper.Postgres);
