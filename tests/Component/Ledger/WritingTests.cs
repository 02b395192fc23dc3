using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.V1;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

public abstract class WritingTests(Keeper keeper) : RoomTests(keeper)
{
    [Fact]
    public async Task What_was_stored_is_given_back_after_a_restart()
    {
        var transfer = _room.NewId();
        (await _room.Append(_room.Send(transfer, "because the landlord gave notice"))).Outcome.ShouldBe(AppendOutcome.Stored);
        _room.Close();

        var stored = (await _room.Ledger.OpenAsync(transfer, 0, null, Stop)).ShouldNotBeNull();
        Transfer.Parser.ParseFrom(stored.Body.Open()).Alert.Worry.Text_.ShouldBe("because the landlord gave notice");
        Text(stored.Report.Open()).ShouldBe("report");
        Text((await _room.Answer($"{transfer}/1")).ShouldNotBeNull().Answer.Open()).ShouldBe("answer to because the landlord gave notice");
        (await _room.Ledger.OpenAsync(_room.NewId(), 0, null, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Two_sends_of_one_request_in_a_batch_store_once_and_get_one_answer_and_fail_no_neighbour()
    {
        var (transfer, other) = (_room.NewId(), _room.NewId());
        var results = await Together(_room.Send(transfer), _room.Send(transfer), _room.Send(other), _room.Send(transfer, "other words"));

        results.Select(result => result.Outcome).ShouldBe([AppendOutcome.Stored, AppendOutcome.Repeated, AppendOutcome.Stored, AppendOutcome.AlreadyExists]);
        results[1].Answer.ShouldBe(results[0].Answer);
        results[3].Reason.ShouldBe("request");
        _room.Ask<long>("select count(*) from transfer").ShouldBe(2);
        _room.Ask<long>("select count(*) from outgoing").ShouldBe(2);
    }

    [Fact]
    public async Task The_same_version_under_another_request_gets_the_first_answer_and_other_content_is_refused()
    {
        var transfer = _room.NewId();
        var first = await _room.Append(_room.Send(transfer));
        (await _room.Append(_room.Send(transfer, requestId: "another"))).ShouldSatisfyAllConditions(
            again => again.Outcome.ShouldBe(AppendOutcome.Repeated), again => again.Answer.ShouldBe(first.Answer));
        (await _room.Append(_room.Send(transfer, "other words", requestId: "a third"))).ShouldSatisfyAllConditions(
            other => other.Outcome.ShouldBe(AppendOutcome.AlreadyExists), other => other.Reason.ShouldBe("version"));
    }

    [Fact]
    public async Task A_request_is_forgotten_after_its_days_and_its_id_may_be_used_again()
    {
        var transfer = _room.NewId();
        await _room.Append(_room.Send(transfer, requestId: "monday"));
        _room.Clock.Pass(TimeSpan.FromDays(91));
        (await _room.Answer("monday")).ShouldBeNull();
        (await _room.Append(_room.Send(_room.NewId(), "something else", requestId: "monday"))).Outcome.ShouldBe(AppendOutcome.Stored);
    }

    [Fact]
    public async Task A_decision_that_breaks_fails_its_own_entry_and_no_other()
    {
        var (good, bad, last) = (_room.NewId(), _room.NewId(), _room.NewId());
        var tasks = Queue(_room.Send(good), _room.Send(bad) with { Decide = _ => throw new InvalidDataException("a fault of ours") }, _room.Send(last));

        (await tasks[0]).Outcome.ShouldBe(AppendOutcome.Stored);
        await Should.ThrowAsync<InvalidDataException>(() => tasks[1]);
        (await tasks[2]).Outcome.ShouldBe(AppendOutcome.Stored);
        (await _room.Ledger.OpenAsync(bad, 0, null, Stop)).ShouldBeNull();
        (await _room.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task A_queued_entry_is_stored_though_its_caller_has_gone()
    {
        using var open = new ManualResetEventSlim();
        var (first, second) = (_room.NewId(), _room.NewId());
        using var gone = new CancellationTokenSource();
        var holding = _room.Append(_room.Send(first) with { Decide = _ => { open.Wait(Stop); return LedgerDecision.Go(); } });
        var left = _room.Ledger.AppendAsync(_room.Send(second), gone.Token);
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => left);
        open.Set();
        await holding;
        _room.Close();
        (await _room.Ledger.OpenAsync(second, 1, Standing.Sent, Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Content_without_an_event_is_not_taken()
    {
        var entry = _room.Send(_room.NewId());
        await Should.ThrowAsync<ArgumentException>(() => _room.Append(entry with { Rows = entry.Rows with { Events = [], Audits = [] } }));
    }

    [Fact]
    public async Task A_text_that_one_engine_would_keep_and_another_not_is_taken_by_none() =>
        await Should.ThrowAsync<ArgumentException>(() => _room.Append(_room.Receive(_room.NewId(), 1, sender: "sandwell\0police")));

    [Fact]
    public async Task Messages_are_numbered_for_each_transfer_and_recipient_and_carry_their_number()
    {
        var (one, two) = (_room.NewId(), _room.NewId());
        var results = await Together(_room.Send(one), _room.Send(two), _room.Send(one, version: 2), _room.Send(one, version: 3, recipient: "sandwell-police"));
        results.Select(result => result.Sequences.Single()).ShouldBe([1UL, 1UL, 2UL, 1UL]);
        _room.Close();
        (await _room.Append(_room.Send(one, version: 4))).Sequences.ShouldBe([3UL]);

        foreach (var message in await _room.Ledger.MessagesAsync(one, Stop))
        {
            var bytes = message.Body.Open().ShouldNotBeNull();
            Message.Parser.ParseFrom(bytes).Sequence.ShouldBe(message.Sequence);
            System.Security.Cryptography.SHA256.HashData(bytes).ShouldBe(message.Sha256);
        }
    }

    [Fact]
    public async Task A_refusal_is_kept_as_evidence_and_blocks_no_mended_one()
    {
        var transfer = _room.NewId();
        var refusal = _room.NewId();
        var sent = _room.Send(transfer);
        (await _room.Append(sent with
        {
            Request = sent.Request! with { Id = "a try" },
            Rows = new() { Contents = [sent.Rows.Contents[0] with { Id = refusal, Standing = Standing.Refused }], Events = [new(transfer, 1, "refused", [])] },
        })).Outcome.ShouldBe(AppendOutcome.Stored);
        (await _room.Append(_room.Send(transfer, "with reasons"))).Outcome.ShouldBe(AppendOutcome.Stored);
        (await _room.Ledger.OpenRefusalAsync(refusal, Stop)).ShouldNotBeNull().Standing.ShouldBe(Standing.Refused);
        (await _room.Ledger.OpenAsync(transfer, 0, null, Stop)).ShouldNotBeNull().Standing.ShouldBe(Standing.Sent);
    }

    [Fact]
    public async Task Large_entries_are_parted_into_batches_and_none_is_left_behind()
    {
        _room.Options.BatchBytes = 1 << 20;
        _room.Options.BatchEntries = 4;
        var entries = Enumerable.Range(0, 9).Select(i => _room.Send(_room.NewId(), new string('w', i % 3 == 0 ? 700_000 : 10))).ToArray();
        (await Together(entries)).ShouldAllBe(result => result.Outcome == AppendOutcome.Stored);
        (await _room.Ledger.VerifyAsync(null, Stop)).Links.ShouldBe(19UL);
    }

    [Fact]
    public async Task What_was_sealed_under_a_key_that_another_process_was_first_to_store_is_sealed_again()
    {
        var transfer = _room.NewId();
        (await _room.Append(_room.Send(transfer) with { Decide = _ => LedgerDecision.No("not yet") })).Outcome.ShouldBe(AppendOutcome.Refused);
        using (var others = new Keyring(new StorageKey(_room.KeyFile), Leeds, _room.Engine))
            _room.Tamper($"insert into case_key (case_id, wrapped, made_at) values ({_room.Literal(transfer)}, {_room.Literal(others.NewCaseKey(transfer, new byte[32]))}, 0)");

        (await _room.Append(_room.Send(transfer, "read me"))).Outcome.ShouldBe(AppendOutcome.Stored);
        Transfer.Parser.ParseFrom((await _room.Ledger.OpenAsync(transfer, 1, null, Stop))!.Body.Open()).Alert.Worry.Text_.ShouldBe("read me");
        Text((await _room.Append(_room.Send(transfer, "read me"))).Answer).ShouldBe("answer to read me");
        (await _room.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
    }

    /// <summary>Holds the writer until all are queued, so that they share one transaction.</summary>
    private Task<AppendResult>[] Queue(params LedgerEntry[] entries)
    {
        using var open = new ManualResetEventSlim();
        var holding = _room.Append(new LedgerEntry { Rows = new() { Audits = [new(null, 0, "hold", [])] }, Decide = _ => { open.Wait(Stop); return LedgerDecision.Go(); } });
        var tasks = entries.Select(_room.Append).ToArray();
        open.Set();
        holding.Wait(Stop);
        return tasks;
    }

    private Task<AppendResult[]> Together(params LedgerEntry[] entries) => Task.WhenAll(Queue(entries));
}

public sealed class WritingOnSqliteTests() : WritingTests(Keeper.Sqlite);

public sealed class WritingOnPostgresTests() : WritingTests(Keeper.Postgres);
