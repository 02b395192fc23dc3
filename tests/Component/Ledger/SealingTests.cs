using System.Runtime.Versioning;
using System.Security.Cryptography;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Entries;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

public abstract class SealingTests(Keeper keeper) : RoomTests(keeper)
{
    private const string Canary = "Quenby Larkspur-Oyelaran";

    [Fact]
    public async Task No_word_of_a_case_stands_where_the_ledger_is_kept()
    {
        var transfer = _room.NewId();
        var entry = _room.Send(transfer, Canary);
        var bytes = Bytes(Canary);
        await _room.Append(entry with
        {
            Request = entry.Request! with { Caller = Canary, Answer = bytes },
            Rows = entry.Rows with
            {
                Events = [new(transfer, 1, "sent", bytes)], Audits = [new(transfer, 1, "send", bytes), new(null, 0, "login", bytes)], Journey = new(transfer, 1, "SENT", bytes),
                FindableBy = [new(transfer, "surname", Canary)], Quarantine = new(_room.NewId(), "cannot-open", null, bytes), Documents = [new(_room.NewId(), transfer, "DOC1", "", transfer, new byte[32], 1, bytes)], Parts = [new(transfer, transfer, 1, bytes)],
            },
        });
        await _room.Append(_room.Receive(transfer, 1, Canary) is var incoming ? incoming with { Rows = incoming.Rows with { Incoming = incoming.Rows.Incoming! with { Receipt = [1] } } } : null!);

        foreach (var word in new[] { Bytes("Quenby"), Bytes("QUENBY"), Bytes("Larkspur"), await File.ReadAllBytesAsync(_room.KeyFile, Stop) }) (await _room.PlacesOf(word)).ShouldBeEmpty();
        (await _room.PlacesOf(Bytes("cannot-open"))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_destroyed_key_is_left_nowhere_though_it_was_wrapped()
    {
        var transfer = _room.NewId();
        await _room.Append(_room.Send(transfer));
        var wrapped = Convert.FromHexString(_room.Ask<string>("select hex(wrapped) from case_key"));
        (await _room.PlacesOf(wrapped)).ShouldNotBeEmpty();
        await _room.Append(new LedgerEntry { Rows = new() { Erase = transfer } });
        (await _room.PlacesOf(wrapped)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Content_in_anothers_place_cannot_be_opened()
    {
        var (one, other) = (_room.NewId(), _room.NewId());
        await _room.Append(_room.Send(one));
        await _room.Append(_room.Send(one, version: 2));
        await _room.Append(_room.Send(other));
        _room.Tamper($"update transfer set sealed = (select sealed from transfer where version = 2) where version = 1");
        await Should.ThrowAsync<CryptographicException>(async () => (await _room.Ledger.OpenAsync(one, 1, null, Stop))!.Body.Open());
        _room.Tamper($"update case_key set wrapped = (select wrapped from case_key where case_id <> {_room.Literal(other)}) where case_id = {_room.Literal(other)}");
        await Should.ThrowAsync<CryptographicException>(async () => (await _room.Ledger.MessagesAsync(other, Stop)).Single().Body.Open());
    }

    [Fact]
    public async Task Another_storage_key_is_refused_at_start_in_one_sentence()
    {
        await _room.Append(_room.Send(_room.NewId()));
        _room.Close();
        await File.WriteAllBytesAsync(_room.KeyFile, RandomNumberGenerator.GetBytes(32), Stop);
        Should.Throw<LedgerStartException>(() => _room.Ledger).Message
            .ShouldBe($"The storage key of leeds-social-care is not the one with which the ledger in {_room.Where} was sealed: bring back the right key file.");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_storage_key_that_others_may_read_or_that_is_not_one_is_refused_and_leaves_the_folder_free()
    {
        File.SetUnixFileMode(_room.KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Should.Throw<LedgerStartException>(() => _room.Ledger).Message.ShouldBe($"The storage key file {_room.KeyFile} may be read by others than its owner: set its mode to 0600.");
        File.SetUnixFileMode(_room.KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllBytes(_room.KeyFile, new byte[31]);
        Should.Throw<LedgerStartException>(() => _room.Ledger).Message.ShouldBe($"The storage key file {_room.KeyFile} must hold exactly 32 bytes.");
        File.Delete(_room.KeyFile);
        Should.Throw<LedgerStartException>(() => _room.Ledger).Message.ShouldStartWith($"The storage key file {_room.KeyFile} does not exist");
    }

    [Fact]
    public void Another_agencys_ledger_is_refused()
    {
        _room.Ledger.ShouldNotBeNull();
        _room.Close();
        var options = _room.Options;
        options.Agency = Sandwell;
        Should.Throw<LedgerStartException>(() => _room.Open(options)).Message.ShouldBe($"The ledger in {_room.Where} belongs to leeds-social-care, not to sandwell-social-care: give each agency a ledger of its own.");
    }
}

public sealed class SealingOnSqliteTests() : SealingTests(Keeper.Sqlite);

public sealed class SealingOnPostgresTests() : SealingTests(Keeper.Postgres);
