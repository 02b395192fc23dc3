using System.Data.Common;
using InfoSharing.Exchange.Ledger;

namespace InfoSharing.Tests.Component.Ledger;

public abstract class MigrationTests(Keeper keeper) : RoomTests(keeper)
{
    [Fact]
    public void Migrations_run_once_each_and_a_newer_or_other_ledger_is_refused()
    {
        _room.Ledger.ShouldNotBeNull();
        _room.Close();
        var known = _room.Migrations;
        known.Select(migration => migration.Number).ShouldBe(Enumerable.Range(1, known.Count));
        var more = known.Append(new(known.Count + 1, "next.sql", "create table once (id integer)")).ToList();
        _room.EngineWith(more).Dispose();
        _room.EngineWith(more).Dispose();
        _room.Ask<long>("select count(*) from migration").ShouldBe(more.Count);

        Should.Throw<LedgerStartException>(() => _room.EngineWith(known)).Message.ShouldBe(
            $"The ledger in {_room.Where} is newer than this program (it has migration {more.Count}, the program ends at {known.Count}): run the newer program.");
        Should.Throw<LedgerStartException>(() => _room.EngineWith([.. known, new(known.Count + 1, "next.sql", "create table twice (id integer)")])).Message.ShouldStartWith($"Migration {more.Count} of the ledger in");
        _room.EngineWith(more).Dispose();
    }

    [Fact]
    public void A_migration_that_fails_leaves_nothing_of_itself()
    {
        _room.Ledger.ShouldNotBeNull();
        _room.Close();
        var known = _room.Migrations;
        Should.Throw<LedgerStartException>(() => _room.EngineWith([.. known, new(known.Count + 1, "next.sql", "create table half (id integer); create table half (id integer);")]));
        Should.Throw<DbException>(() => _room.Ask<long>("select count(*) from half"));
        _room.Ledger.ShouldNotBeNull();
    }
}

public sealed class MigrationOnSqliteTests() : MigrationTests(Keeper.Sqlite);

public sealed class MigrationOnPostgresTests() : MigrationTests(Keeper.Postgres);
