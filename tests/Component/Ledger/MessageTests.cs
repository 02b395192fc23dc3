using InfoSharing.Exchange.Ledger.Entries;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

public abstract class MessageTests(Keeper keeper) : RoomTests(keeper)
{
    [Fact]
    public async Task A_message_that_comes_again_gets_the_same_receipt_and_makes_no_event()
    {
        var (transfer, id) = (_room.NewId(), _room.NewId());
        var first = await _room.Append(_room.Receive(transfer, 1, "words", id));
        var again = await _room.Append(_room.Receive(transfer, 1, "words", id));
        again.Outcome.ShouldBe(AppendOutcome.Repeated);
        again.Receipt.ShouldBe(first.Receipt);
        (await _room.Ledger.EventsAsync(transfer, Stop)).Count.ShouldBe(1);

        var seen = await _room.Ledger.SeenAsync([id, _room.NewId()], Stop);
        seen.ShouldHaveSingleItem().Value.Receipt.ShouldBe(first.Receipt);
    }

    [Fact]
    public async Task A_known_id_with_other_bytes_and_a_taken_number_are_told_apart_and_not_stored()
    {
        var (transfer, id) = (_room.NewId(), _room.NewId());
        await _room.Append(_room.Receive(transfer, 1, "words", id));
        (await _room.Append(_room.Receive(transfer, 1, "other words", id))).Reason.ShouldBe("message");
        (await _room.Append(_room.Receive(transfer, 1, "other words"))).Reason.ShouldBe("sequence");
        (await _room.Append(_room.Receive(transfer, 1, "another agency's first", sender: "sandwell-police"))).Outcome.ShouldBe(AppendOutcome.Stored);
        _room.Ask<long>("select count(*) from incoming").ShouldBe(2);
    }

    [Fact]
    public async Task A_message_is_found_by_its_id_and_its_proof_goes_with_its_case()
    {
        var (transfer, id) = (_room.NewId(), _room.NewId());
        await _room.Append(_room.Receive(transfer, 1, "words", id));
        (await _room.Ledger.MessageAsync(id, Stop)).ShouldNotBeNull().TransferId.ShouldBe(transfer);
        Text((await _room.Ledger.ProofAsync(id, Stop)).ShouldNotBeNull().Open()).ShouldBe("proof of words");
        (await _room.Ledger.MessageAsync(_room.NewId(), Stop)).ShouldBeNull();
        (await _room.Ledger.ProofAsync(_room.NewId(), Stop)).ShouldBeNull();

        await _room.Append(new() { Rows = new() { Erase = transfer, Audits = [new(transfer, 0, "erase", Bytes("retention"), OutlivesCase: true)] } });
        (await _room.Ledger.ProofAsync(id, Stop)).ShouldNotBeNull().Open().ShouldBeNull();
    }

    [Fact]
    public async Task What_comes_early_is_held_until_its_predecessors_are_there()
    {
        var transfer = _room.NewId();
        foreach (var sequence in new ulong[] { 3, 1 }) await _room.Append(_room.Receive(transfer, sequence));
        (await _room.Ledger.MessagesAsync(transfer, Stop)).Select(message => (message.Sequence, message.Held)).ShouldBe([(1UL, false), (3UL, true)]);
        await _room.Append(_room.Receive(transfer, 2));
        (await _room.Ledger.MessagesAsync(transfer, Stop)).ShouldAllBe(message => !message.Held);
    }

    [Fact]
    public async Task A_message_is_due_until_the_receipt_for_its_exact_bytes_is_stored()
    {
        var transfer = _room.NewId();
        await _room.Append(_room.Send(transfer));
        var due = (await _room.Ledger.DueAsync(Sandwell, 2, _room.Clock.GetUtcNow(), 10, Stop)).ShouldHaveSingleItem();
        (await _room.Ledger.DueLanesAsync(_room.Clock.GetUtcNow(), Stop)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(lane => lane.Recipient.ShouldBe(Sandwell), lane => lane.Lane.ShouldBe(2), lane => lane.Count.ShouldBe(1));

        (await Take(due.Id, new byte[32])).Reason.ShouldBe("receipt");
        (await Take(_room.NewId(), due.Sha256)).Reason.ShouldBe("no-such-message");
        (await Take(due.Id, due.Sha256)).Outcome.ShouldBe(AppendOutcome.Stored);
        (await Take(due.Id, due.Sha256)).Outcome.ShouldBe(AppendOutcome.Repeated);

        (await _room.Ledger.DueAsync(Sandwell, 2, _room.Clock.GetUtcNow(), 10, Stop)).ShouldBeEmpty();
        (await _room.Ledger.NextDueAsync(Stop)).ShouldBeNull();
        Text(await _room.Ledger.ReceiptAsync(due.Id, given: false, Stop)).ShouldBe("signed");
        (await _room.Ledger.MessagesAsync(transfer, Stop)).Single().DoneAt.ShouldBe(_room.Clock.GetUtcNow());
        (await _room.Ledger.EventsAsync(transfer, Stop)).Select(one => one.Kind).ShouldBe(["sent", "delivered"]);

        Task<AppendResult> Take(Guid id, byte[] sha256) => _room.Append(new LedgerEntry { Rows = new() { Receipt = new(id, sha256, Bytes("signed")), Events = [new(transfer, 1, "delivered", [])] } });
    }

    [Fact]
    public async Task A_tried_message_is_due_again_when_its_time_has_come()
    {
        await _room.Append(_room.Send(_room.NewId()));
        var now = _room.Clock.GetUtcNow();
        var due = (await _room.Ledger.DueAsync(Sandwell, 2, now, 10, Stop)).Single();
        (await _room.Append(new LedgerEntry { Rows = new() { Attempts = [new(due.Id, now.AddMinutes(1))] } })).Outcome.ShouldBe(AppendOutcome.Stored);
        (await _room.Ledger.DueAsync(Sandwell, 2, now, 10, Stop)).ShouldBeEmpty();
        (await _room.Ledger.NextDueAsync(Stop)).ShouldBe(now.AddMinutes(1));
        (await _room.Ledger.DueAsync(Sandwell, 2, now.AddMinutes(1), 10, Stop)).Single().Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_due_comes_sixteen_mebibytes_at_a_time_or_a_larger_one_alone()
    {
        foreach (var mebibytes in new[] { 9, 6, 9, 17 }) await _room.Append(_room.Send(_room.NewId(), new string('w', mebibytes << 20)));
        var now = _room.Clock.GetUtcNow();
        foreach (var expected in new[] { 2, 1, 1, 0 })
        {
            var due = await _room.Ledger.DueAsync(Sandwell, 2, now, 10, Stop);
            due.Count.ShouldBe(expected);
            await _room.Append(new LedgerEntry { Rows = new() { Attempts = [.. due.Select(one => new AttemptRow(one.Id, now.AddMinutes(1)))] } });
        }
    }

    [Fact]
    public async Task A_quarantined_parcel_is_kept()
    {
        (await _room.Append(new LedgerEntry { Rows = new() { Quarantine = new(_room.NewId(), "cannot-open", Sandwell, [1, 2, 3]), Audits = [new(null, 0, "quarantine", [])] } })).Outcome.ShouldBe(AppendOutcome.Stored);
        _room.Ask<string>("select reason from quarantine").ShouldBe("cannot-open");
        (await _room.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
    }
}

public sealed class MessageOnSqliteTests() : MessageTests(Keeper.Sqlite);

public sealed class MessageOnPostgresTests() : MessageTests(Keeper.Postgres);
