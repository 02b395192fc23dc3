using System.Security.Cryptography;
using Google.Protobuf;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Writing;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Ledger;

/// <summary>Documents in a ledger: their parts lie once, messages are put together of them, and they go with their case.</summary>
public abstract class DocumentTests(Keeper keeper) : IDisposable
{
    private const string Leeds = LedgerRoom.Leeds;
    private const string Sandwell = LedgerRoom.Sandwell;

    private readonly LedgerRoom _room = LedgerRoom.On(keeper);

    public void Dispose()
    {
        _room.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_part_that_goes_is_the_message_that_its_digest_says_and_lies_here_once()
    {
        var (transfer, upload) = (_room.NewId(), _room.NewId());
        await _room.Append(Upload(transfer, upload, "part one", "part two"));
        await _room.Append(_room.Send(transfer));
        var going = Going(transfer, upload, "part one", "part two");
        (await _room.Append(going)).Outcome.ShouldBe(AppendOutcome.Stored);

        var due = await _room.Ledger.DueAsync(Sandwell, 3, _room.Clock.GetUtcNow(), 10, Stop);
        due.Count.ShouldBe(2);
        foreach (var (message, part) in due.Zip(["part one", "part two"]))
        {
            var bytes = message.Body.Open().ShouldNotBeNull();
            SHA256.HashData(bytes).ShouldBe(message.Sha256);
            var read = Message.Parser.ParseFrom(bytes);
            read.DocumentPart.Bytes.ToStringUtf8().ShouldBe(part);
            read.DocumentPart.Document.ShouldBe("DO1");
            read.Sequence.ShouldBe(read.DocumentPart.Part);
            (await _room.Ledger.MessageAsync(message.Id, Stop))!.Body.Open().ShouldBe(bytes, "a proof holds the exact bytes too");
        }
        (await _room.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
        (await _room.Append(Going(transfer, upload, "part one", "part two"))).Outcome.ShouldBe(AppendOutcome.Repeated, "another process was first");
    }

    [Fact]
    public async Task Parts_have_numbers_of_their_own_and_no_message_waits_for_them()
    {
        var (transfer, upload) = (_room.NewId(), _room.NewId());
        await _room.Append(Upload(transfer, upload, "one", "two", "three"));
        await _room.Append(_room.Send(transfer));
        await _room.Append(Going(transfer, upload, "one", "two", "three"));
        (await _room.Append(_room.Send(transfer, version: 2))).Sequences.ShouldBe([2ul]);
        await _room.Append(_room.Receive(transfer, 1));
        await _room.Append(Come(transfer, upload, 1, "x"));
        await _room.Append(_room.Receive(transfer, 2));

        var messages = await _room.Ledger.MessagesAsync(transfer, Stop);
        messages.Count.ShouldBe(4);
        messages.ShouldAllBe(one => !one.Held);
        (await _room.Ledger.CarriedAsync(transfer, Stop)).Select(one => (one.Outgoing, one.Carries.Part)).ShouldBe([(true, 1u), (true, 2u), (true, 3u), (false, 1u)]);
    }

    [Fact]
    public async Task Another_message_for_a_part_that_came_is_not_believed()
    {
        var (transfer, upload) = (_room.NewId(), _room.NewId());
        (await _room.Append(Come(transfer, upload, 1, "the part"))).Outcome.ShouldBe(AppendOutcome.Stored);
        var other = await _room.Append(Come(transfer, upload, 1, "another"));
        (other.Outcome, other.Reason).ShouldBe((AppendOutcome.AlreadyExists, "sequence"));
        (await _room.Append(Come(transfer, _room.NewId(), 1, "the part of another upload"))).Outcome.ShouldBe(AppendOutcome.Stored);
    }

    [Fact]
    public async Task A_document_goes_with_its_case_and_the_chain_still_verifies()
    {
        var (transfer, upload) = (_room.NewId(), _room.NewId());
        await _room.Append(Upload(transfer, upload, "Quenby Larkspur lives here"));
        await _room.Append(_room.Send(transfer));
        await _room.Append(Going(transfer, upload, "Quenby Larkspur lives here"));
        await _room.Append(new LedgerEntry { Rows = new() { Erase = transfer } });

        (await _room.Ledger.PartAsync(upload, 1, Stop)).ShouldBeNull();
        (await _room.Ledger.DueAsync(Sandwell, 3, _room.Clock.GetUtcNow(), 10, Stop)).ShouldBeEmpty();
        (await _room.Ledger.DocumentsAsync(transfer, Stop))[0].About.Open().ShouldBeNull();
        (await _room.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_never_finished_goes_after_a_day_and_what_was_never_sent_after_thirty()
    {
        var (draft, sent, begun) = (_room.NewId(), _room.NewId(), _room.NewId());
        await _room.Append(Upload(draft, draft, "of a draft"));
        await _room.Append(Upload(sent, sent, "of one that went"));
        await _room.Append(_room.Send(sent));
        await _room.Append(new LedgerEntry { Rows = new() { Parts = [new(begun, draft, 1, LedgerRoom.Bytes("begun"))] } });

        _room.Clock.Pass(TimeSpan.FromHours(25));
        await Write();
        (await Here()).ShouldBe((true, true, false));
        _room.Clock.Pass(TimeSpan.FromDays(30));
        await Write();
        (await Here()).ShouldBe((false, true, false));
        (await _room.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();

        Task Write() => _room.Append(new LedgerEntry { Rows = new() { Audits = [new(null, 0, "tick", [])] } });
        async Task<(bool, bool, bool)> Here() => (await _room.Ledger.PartAsync(draft, 1, Stop) is not null, await _room.Ledger.PartAsync(sent, 1, Stop) is not null, await _room.Ledger.PartAsync(begun, 1, Stop) is not null);
    }

    [Fact]
    public async Task Documents_on_which_something_is_left_to_do_are_found_again()
    {
        var (uploaded, half, whole) = (_room.NewId(), _room.NewId(), _room.NewId());
        await _room.Append(Upload(uploaded, uploaded, "one"));
        await _room.Append(Come(half, half, 1, "one", of: 2));
        await _room.Append(Come(whole, whole, 1, "one", of: 1));
        (await _room.Ledger.WithOpenDocumentsAsync(_room.Clock.GetUtcNow().AddDays(-1), Stop)).ShouldBe([uploaded, whole], ignoreOrder: true);
    }

    [Fact]
    public async Task A_part_that_was_changed_where_it_lies_does_not_open_and_holds_up_no_other()
    {
        var (transfer, upload) = (_room.NewId(), _room.NewId());
        await _room.Append(Upload(transfer, upload, "one", "two"));
        await _room.Append(_room.Send(transfer));
        await _room.Append(Going(transfer, upload, "one", "two"));
        _room.Tamper("delete from document_part where part = 1").ShouldBe(1);

        var due = await _room.Ledger.DueAsync(Sandwell, 3, _room.Clock.GetUtcNow(), 10, Stop);
        Should.Throw<CryptographicException>(() => due[0].Body.Open());
        due[1].Body.Open().ShouldNotBeNull();
    }

    private static CancellationToken Stop => LedgerRoom.Stop;

    private LedgerEntry Upload(Guid transfer, Guid upload, params string[] parts) => new()
    {
        Rows = new()
        {
            Documents = [new(_room.NewId(), transfer, "DO1", "", upload, SHA256.HashData(LedgerRoom.Bytes(string.Concat(parts))), (uint)parts.Length, LedgerRoom.Bytes("about"))],
            Parts = [.. parts.Select((part, index) => new PartRow(upload, transfer, (uint)index + 1, LedgerRoom.Bytes(part)))],
            Audits = [new(transfer, 0, "upload", [])],
        },
    };

    private LedgerEntry Going(Guid transfer, Guid upload, params string[] parts) => new()
    {
        Rows = new() { Events = [new(transfer, 1, "document-going", [])], Outgoing = [.. parts.Select((part, index) => Row(transfer, upload, (uint)index + 1, (uint)parts.Length, part))] },
    };

    private OutgoingRow Row(Guid transfer, Guid upload, uint part, uint of, string words)
    {
        var message = new Message { Id = _room.NewId().ToString(), TransferId = transfer.ToString(), Version = 1, Sender = Leeds, Recipient = Sandwell, DocumentPart = new() { Document = "DO1", Part = part, Of = of, Upload = upload.ToString() } };
        var head = message.ToByteArray();
        return new(Guid.Parse(message.Id), transfer, 1, Sandwell, 3, "document_part", head)
        {
            Carries = new("DO1", upload, part, of), Sha256 = SHA256.HashData(PartField.After([.. head, .. SequenceField.Of(part)], LedgerRoom.Bytes(words))),
        };
    }

    private LedgerEntry Come(Guid transfer, Guid upload, uint part, string words, uint of = 3)
    {
        var entry = _room.Receive(transfer, part, words);
        return entry with { Rows = entry.Rows with { Incoming = entry.Rows.Incoming! with { Kind = "document_part", Carries = new("DO1", upload, part, of) } } };
    }
}

public sealed class DocumentsOnSqliteTests() : DocumentTests(Keeper.Sqlite);

public sealed class DocumentsOnPostgresTests() : DocumentTests(Keeper.Postgres);
