using InfoSharing.Exchange.Ledger.Entries;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

public abstract class DecisionTests(Keeper keeper) : RoomTests(keeper)
{
    [Fact]
    public async Task Of_an_acceptance_and_a_withdrawal_at_once_one_is_first_and_the_other_sees_it()
    {
        for (var round = 0; round < 20; round++)
        {
            var transfer = _room.NewId();
            await _room.Append(_room.Receive(transfer, 1));
            var results = await Task.WhenAll(Task.Run(() => Answer(transfer, "ACCEPTED")), Task.Run(() => Answer(transfer, "WITHDRAWN")));
            results.Count(result => result.Outcome == AppendOutcome.Stored).ShouldBe(1);
            var loser = results.Single(result => result.Outcome == AppendOutcome.Refused);
            loser.Reason.ShouldBe("decided-already");
        }
    }

    [Fact]
    public async Task A_decision_adds_rows_and_changes_the_answer_by_what_is_stored()
    {
        var transfer = _room.NewId();
        await _room.Append(_room.Receive(transfer, 2, "second"));
        var entry = _room.Receive(transfer, 1, "first") with
        {
            Decide = view =>
            {
                var early = view.Messages(transfer).Single();
                early.Held.ShouldBeTrue();
                Text(early.Body.Open()).ShouldBe("second");
                return LedgerDecision.Go(new LedgerRows { Events = [new(transfer, 1, "applied", Bytes("the second too"))] });
            },
        };
        (await _room.Append(entry)).Outcome.ShouldBe(AppendOutcome.Stored);
        (await _room.Ledger.EventsAsync(transfer, Stop)).Select(one => one.Kind).ShouldBe(["received", "received", "applied"]);

        var asked = _room.Send(_room.NewId()) with { Decide = view => LedgerDecision.Go(answer: Bytes($"at {view.Now:HH:mm}")) };
        Text((await _room.Append(asked)).Answer).ShouldBe("at 17:55");
        Text((await _room.Append(asked)).Answer).ShouldBe("at 17:55");
        (await _room.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task A_decision_sees_what_stands_before_it_in_its_own_batch()
    {
        var transfer = _room.NewId();
        using var gate = new ManualResetEventSlim();
        var first = _room.Append(_room.Send(_room.NewId()) with { Decide = Wait });
        var seen = new List<(int Messages, string? State)>();
        var rest = Enumerable.Range(1, 4).Select(number => _room.Append(_room.Receive(transfer, (ulong)number) with { Decide = view => Count(view, number) })).ToList();
        gate.Set();
        await Task.WhenAll([first, .. rest]);

        seen.ShouldBe([(0, null), (1, "AFTER-1"), (2, "AFTER-2"), (3, "AFTER-3")]);
        _room.Ask<long>($"select count(distinct at) from event where transfer_id = {_room.Literal(transfer)}").ShouldBe(1, "one commit");
        (await _room.Ledger.MessagesAsync(transfer, Stop)).ShouldAllBe(message => !message.Held);
        (await _room.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();

        LedgerDecision Wait(ILedgerView view)
        {
            gate.Wait(Stop);
            return LedgerDecision.Go();
        }

        LedgerDecision Count(ILedgerView view, int number)
        {
            seen.Add((view.Messages(transfer).Count, view.Journey(transfer)?.State));
            return LedgerDecision.Go(new LedgerRows { Journey = new(transfer, 1, $"AFTER-{number}", []), Events = [new(transfer, 1, "answered", [])] });
        }
    }

    [Fact]
    public async Task A_decision_reads_a_case_whose_messages_are_large()
    {
        var (transfer, words) = (_room.NewId(), new string('w', 300_000));
        await _room.Append(_room.Receive(transfer, 1, words));
        await _room.Append(_room.Receive(transfer, 2) with
        {
            Decide = view =>
            {
                Text(view.Messages(transfer).Single().Body.Open()).ShouldBe(words);
                return LedgerDecision.Go();
            },
        });
        (await _room.Ledger.MessagesAsync(transfer, Stop)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_receipt_that_comes_twice_in_a_batch_is_stored_once_and_one_of_nothing_is_refused()
    {
        var transfer = _room.NewId();
        await _room.Append(_room.Send(transfer));
        var message = (await _room.Ledger.MessagesAsync(transfer, Stop)).Single();
        using var gate = new ManualResetEventSlim();
        var first = _room.Append(_room.Send(_room.NewId()) with
        {
            Decide = _ =>
            {
                gate.Wait(Stop);
                return LedgerDecision.Go();
            },
        });
        var rest = new[] { Receipt(message.Id, message.Sha256), Receipt(message.Id, message.Sha256), Receipt(_room.NewId(), message.Sha256) }.Select(entry => _room.Append(entry)).ToList();
        gate.Set();
        await Task.WhenAll([first, .. rest]);

        rest.Select(one => one.Result.Outcome).ShouldBe([AppendOutcome.Stored, AppendOutcome.Repeated, AppendOutcome.Refused]);
        (await _room.Ledger.EventsAsync(transfer, Stop)).Count(one => one.Kind == "delivered").ShouldBe(1);

        LedgerEntry Receipt(Guid id, byte[] digest) => new()
        {
            Rows = new() { Receipt = new(id, digest, Bytes("receipt")) },
            Decide = view => view.Sent(id) is { } sent ? LedgerDecision.Go(new LedgerRows { Events = [new(sent.TransferId, sent.Version, "delivered", Bytes(sent.Recipient))], Journey = new(sent.TransferId, sent.Version, $"{view.Journey(sent.TransferId)?.State}+", []) }) : LedgerDecision.No("nothing"),
        };
    }

    [Fact]
    public async Task What_a_decision_adds_opens_though_the_case_s_key_was_forgotten_since_the_entry_was_sealed()
    {
        var transfer = _room.NewId();
        Task<AppendResult>[] others = [];
        var entry = _room.Send(transfer) with
        {
            Decide = _ =>
            {
                others = [.. Enumerable.Range(0, 1_100).Select(_ => _room.Append(_room.Send(_room.NewId())))]; // sealed before they are queued: more cases than keys are remembered
                return LedgerDecision.Go(new LedgerRows { Events = [new(transfer, 1, "judged", Bytes("by our own rules"))] }, Bytes("the answer"));
            },
        };
        Text((await _room.Append(entry)).Answer).ShouldBe("the answer");
        await Task.WhenAll(others);
        Text((await _room.Ledger.EventsAsync(transfer, Stop)).Single(one => one.Kind == "judged").Detail.Open()).ShouldBe("by our own rules");
        Text((await _room.Append(entry)).Answer).ShouldBe("the answer");
        (await _room.Ledger.OpenAsync(transfer, 1, Standing.Sent, Stop)).ShouldNotBeNull().Body.Open();
    }

    [Fact]
    public async Task A_decision_knows_the_newest_version_and_a_no_stores_nothing()
    {
        var transfer = _room.NewId();
        await _room.Append(_room.Send(transfer));
        await _room.Append(_room.Send(transfer, version: 2));
        var before = (await _room.Ledger.HeadAsync(Stop)).Position;
        var result = await _room.Append(_room.Send(transfer, version: 3) with
        {
            Decide = view =>
            {
                view.Transfer(transfer, 1, Standing.Sent).ShouldNotBeNull().Version.ShouldBe(1u);
                return view.NewestVersion(transfer, Standing.Sent) == 2 ? LedgerDecision.No("newer") : LedgerDecision.Go();
            },
        });
        result.ShouldSatisfyAllConditions(refused => refused.Outcome.ShouldBe(AppendOutcome.Refused), refused => refused.Reason.ShouldBe("newer"));
        (await _room.Ledger.HeadAsync(Stop)).Position.ShouldBe(before);
        (await _room.Answer($"{transfer}/3")).ShouldBeNull();
    }

    private Task<AppendResult> Answer(Guid transfer, string state) => _room.Append(new LedgerEntry
    {
        Rows = new() { Events = [new(transfer, 1, "answered", [])], Journey = new(transfer, 1, state, []) },
        Decide = view => view.Journey(transfer) is null ? LedgerDecision.Go() : LedgerDecision.No("decided-already"),
    });
}

public sealed class DecisionOnSqliteTests() : DecisionTests(Keeper.Sqlite);

public sealed class DecisionOnPostgresTests() : DecisionTests(Keeper.Postgres);
