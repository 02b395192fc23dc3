using System.Security.Cryptography;
using System.Text;
using InfoSharing.Exchange.Ledger.Entries;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

public abstract class ChainTests(Keeper keeper) : RoomTests(keeper)
{
    [Fact]
    public async Task The_chain_holds_and_its_progress_is_told()
    {
        for (var i = 0; i < 100; i++) await _room.Append(_room.Send(_room.NewId()));
        var told = new List<ulong>();
        var report = await _room.Ledger.VerifyAsync(new Told(told), Stop);
        report.Holds.ShouldBeTrue();
        report.Links.ShouldBe(200UL);
        told.ShouldBe([128UL, 200UL]);
    }

    [Theory]
    [InlineData("update event set kind = 'accepted' where position = 3", 3)]
    [InlineData("update event set at = at - 1 where position = 3", 3)]
    [InlineData("update event set transfer_id = null where position = 3", 3)]
    [InlineData("update audit set sealed = zeroblob(40) where position = 4", 4)]
    [InlineData("delete from audit where position = 4", 4)]
    [InlineData("update transfer set sealed = zeroblob(40) where place / 1024 = 3", 3)]
    [InlineData("update transfer set report = zeroblob(40) where place / 1024 = 3", 3)]
    [InlineData("update transfer set version = 9 where place / 1024 = 3", 3)]
    [InlineData("delete from transfer where place / 1024 = 3", 3)]
    [InlineData("update outgoing set recipient = 'sandwell-police' where place / 1024 = 3", 3)]
    [InlineData("update incoming set sha256 = zeroblob(32) where place / 1024 = 5", 5)]
    [InlineData("update receipt set bytes = zeroblob(9) where place / 1024 = 5", 5)]
    [InlineData("insert into receipt select place + 7, zeroblob(16), given, bytes from receipt", 5)]
    [InlineData("insert into receipt select place + 102400, zeroblob(16), given, bytes from receipt", 105)]
    [InlineData("update chain set link = zeroblob(32)", 5)]
    [InlineData("update chain set position = 4", 4)]
    [InlineData("update chain set position = 6", 6)]
    public async Task Whatever_is_changed_added_or_taken_away_breaks_the_chain_at_its_place(string tampering, long brokenAt)
    {
        await _room.Append(_room.Send(_room.NewId()));
        await _room.Append(_room.Send(_room.NewId()));
        await _room.Append(_room.Receive(_room.NewId(), 1));
        (await _room.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();

        _room.Tamper(tampering).ShouldBe(1);
        (await _room.Ledger.VerifyAsync(null, Stop)).BrokenAt.ShouldBe((ulong)brokenAt);
    }

    [Fact]
    public async Task Who_knows_only_the_readme_can_work_out_a_link()
    {
        var transfer = _room.NewId();
        await _room.Append(new LedgerEntry { Rows = new() { Events = [new(transfer, 7, "seen", Bytes("detail"))] } });
        var salt = Convert.FromHexString(_room.Ask<string>("select hex(salt) from event"));
        var box = Convert.FromHexString(_room.Ask<string>("select hex(sealed) from event"));
        var id = Convert.FromHexString(_room.Ask<string>("select hex(id) from event"));
        var at = _room.Ask<long>("select at from event");
        var digest = SHA256.HashData([.. salt, 1, .. id, .. transfer.ToByteArray(bigEndian: true), 0, 0, 0, 0, 0, 0, 0, 7, 0, .. BigEndian(box.Length), .. box, 0, 0, 0, 0]);
        var first = SHA256.HashData(Encoding.UTF8.GetBytes("InfoSharing.Chain.1" + Leeds));
        var link = SHA256.HashData([.. "InfoSharing.Link.1"u8, .. first, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4, .. "seen"u8, .. BigEndian(at), .. digest]);
        (await _room.Ledger.HeadAsync(Stop)).Link.ShouldBe(link);
        at.ShouldBe(_room.Clock.GetUtcNow().ToUnixTimeMilliseconds() * 1000);
    }

    [Fact]
    public async Task An_erased_case_can_never_be_read_again_and_the_chain_still_verifies()
    {
        var (erased, kept) = (_room.NewId(), _room.NewId());
        var first = await _room.Append(_room.Send(erased));
        await _room.Append(_room.Send(kept));
        var erasure = new LedgerEntry { Rows = new() { Erase = erased, Audits = [new(erased, 0, "erase", Bytes("by order of the court"), OutlivesCase: true)] } };
        (await _room.Append(erasure)).Outcome.ShouldBe(AppendOutcome.Stored);
        (await _room.Append(erasure)).Outcome.ShouldBe(AppendOutcome.Repeated);

        var ledger = _room.Ledger;
        (await ledger.OpenAsync(erased, 0, null, Stop)).ShouldNotBeNull().Body.ShouldSatisfyAllConditions(body => body.Erased.ShouldBeTrue(), body => body.Open().ShouldBeNull());
        (await ledger.MessagesAsync(erased, Stop)).Single().Body.Open().ShouldBeNull();
        (await ledger.FindAsync("nhs", "9434765919", Stop)).ShouldBe([kept]);
        (await ledger.DueAsync(Sandwell, 2, _room.Clock.GetUtcNow(), 10, Stop)).Single().TransferId.ShouldBe(kept);
        (await ledger.EventsAsync(erased, Stop)).Select(one => one.Kind).ShouldBe(["sent", "erased"]);
        Text((await ledger.AuditAsync(erased, Stop)).Single(one => one.Kind == "erase").Detail.Open()).ShouldBe("by order of the court");
        (await ledger.AuditAsync(erased, Stop)).Single(one => one.Kind == "send").Detail.Open().ShouldBeNull();
        (await ledger.ListAsync(10, null, Stop)).Transfers.Single(one => one.TransferId == erased).State.ShouldBe("erased");
        _room.Ask<long>("select count(*) from case_key where length(wrapped) = 0").ShouldBe(1);

        (await _room.Append(_room.Send(erased))).ShouldSatisfyAllConditions(again => again.Outcome.ShouldBe(AppendOutcome.Repeated), again => again.Answer.ShouldBeNull());
        (await _room.Append(_room.Send(erased, version: 2))).Reason.ShouldBe("erased");
        (await ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
        first.Position.ShouldBe(2UL);
    }

    private static byte[] BigEndian(long number) => [.. BitConverter.GetBytes(number).Reverse()];

    private static byte[] BigEndian(int number) => [.. BitConverter.GetBytes(number).Reverse()];

    private sealed class Told(List<ulong> positions) : IProgress<ulong>
    {
        public void Report(ulong value) => positions.Add(value);
    }
}

public sealed class ChainOnSqliteTests() : ChainTests(Keeper.Sqlite);

public sealed class ChainOnPostgresTests() : ChainTests(Keeper.Postgres);
