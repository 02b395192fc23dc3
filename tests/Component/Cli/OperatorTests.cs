using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using static InfoSharing.Tests.Component.Cli.NetworkTests;
using State = InfoSharing.V1.RedriveReply.Types.State;
using Waiting = InfoSharing.V1.ListWaitingReply.Types.Waiting;

namespace InfoSharing.Tests.Component.Cli;

public sealed class OperatorTests
{
    private const string MessageId = "019a9c64-7d20-7b31-8e55-4f0c2a6d9b18";
    private const string SetId = "019a9c64-7d20-7b31-8e55-4f0c2a6d9b19";

    private static readonly Waiting One = new()
    {
        MessageId = MessageId, TransferId = FakeNetwork.Id, Recipient = "sandwell-social-care", Lane = Parcel.Types.Lane.Transfers, Size = ListWaitingReply.Types.SizeBand.Medium,
        Since = Timestamp.FromDateTimeOffset(new(2026, 11, 2, 17, 55, 0, TimeSpan.Zero)), Attempts = 7,
    };

    [Fact]
    public async Task Nothing_that_is_stuck_is_said_in_a_sentence_and_ends_with_0()
    {
        await using var network = await FakeNetwork.Start(new() { Waiting = _ => new() });
        var (code, page, _) = await network.Run("", "stuck");
        (code, Flat(page)).ShouldBe((0, "Nothing of leeds-social-care is stuck: everything that it sent has its receipt."));
        network.Answers.Calls.Single().Headers.GetValue("authorization").ShouldBe("Bearer first-operator-token");
    }

    [Fact]
    public async Task What_is_stuck_is_listed_by_queue_and_then_one_by_one_and_ends_with_1()
    {
        await using var network = await FakeNetwork.Start(new()
        {
            Waiting = _ => new() { Waiting = { One }, Queues = { new ListWaitingReply.Types.Queue { Recipient = "sandwell-social-care", Lane = Parcel.Types.Lane.Transfers, Messages = 1234, OldestSince = One.Since } } },
        });
        var (code, page, _) = await network.Run("", "stuck", "--operator", "second");
        code.ShouldBe(1);
        Flat(page).ShouldStartWith("1,234 wait for Sandwell children's social care (sandwell-social-care), lane 2; the oldest since 2026-11-02 17:55:00Z.");
        page.ShouldContain($"  {MessageId}  transfer {FakeNetwork.Id}  sandwell-social-care  lane 2  under 64 KiB  since 2026-11-02 17:55:00Z  tried 7\n");
        network.Answers.Calls.Single().Headers.GetValue("authorization").ShouldBe("Bearer second-operator-token");
    }

    [Fact]
    public async Task A_set_that_needs_a_second_person_says_who_does_what_next()
    {
        await using var network = await FakeNetwork.Start(new() { Redrive = _ => [new() { SetId = SetId, State = State.NeedsSecond, Of = 101, Messages = { One } }] });
        var (code, page, _) = await network.Run("", "redrive", "--to", "sandwell-social-care", "--lane", "2", "--since", "2026-11-02", "--reason", "their broker was mended");
        code.ShouldBe(0);
        Flat(page).ShouldContain($"101 messages are in the set {SetId}.");
        Flat(page).ShouldContain($"redrive agree --as leeds-social-care --data {network.Folder} {SetId} --operator second");
        var request = network.Answers.Requests<RedriveRequest>().Single();
        (request.Select.Recipient, request.Select.Lane, request.Select.Since.ToDateTimeOffset(), request.Reason).ShouldBe(("sandwell-social-care", Parcel.Types.Lane.Transfers, new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero), "their broker was mended"));
    }

    [Fact]
    public async Task Each_step_of_a_set_is_a_line_and_what_has_no_receipt_yet_ends_with_1()
    {
        await using var network = await FakeNetwork.Start(new()
        {
            Redrive = _ =>
            [
                new() { SetId = SetId, State = State.Going, Of = 2, Messages = { One, One } }, new() { SetId = SetId, State = State.Going, Of = 2, Again = 2 },
                new() { SetId = SetId, State = State.Going, Of = 2, Again = 2, Receipted = 1 }, new() { SetId = SetId, State = State.Ended, Of = 2, Again = 2, Receipted = 1 },
            ],
        });
        var (code, page, _) = await network.Run("", "redrive", "--reason", "why");
        code.ShouldBe(1);
        page.ShouldContain("2 of 2 go again, 1 have their receipt\n");
        Flat(page).ShouldEndWith("All 2 were sent again; 1 have no receipt yet, and go on being tried by themselves.");
    }

    [Fact]
    public async Task A_time_that_is_none_is_refused_before_anything_is_asked()
    {
        await using var network = await FakeNetwork.Start(new());
        var (code, _, error) = await network.Run("", "redrive", "--since", "yesterday");
        code.ShouldBe(2);
        error.ShouldContain("--since wants a time: 2026-11-02T17:30.");
        network.Answers.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_that_hold_the_same_end_with_0_and_what_was_mended_is_said()
    {
        await using var network = await FakeNetwork.Start(new() { Reconcile = _ => [new() { Heard = true, SentAgain = 3 }, new() { Heard = true, Equal = true, SentAgain = 3, TakenBack = 2 }] });
        var (code, page, _) = await network.Run("", "reconcile", "--with", "sandwell-social-care");
        code.ShouldBe(0);
        Flat(page).ShouldBe("This ledger had lost messages of its own, and sandwell-social-care gave them back: 2. sandwell-social-care had lost messages that it had received, and they go again: 3. leeds-social-care and sandwell-social-care hold the same of each other's messages.");
    }

    [Fact]
    public async Task A_partner_that_is_not_heard_ends_with_75()
    {
        await using var network = await FakeNetwork.Start(new() { Reconcile = _ => [new() { InDoubt = true }] });
        var (code, page, _) = await network.Run("", "reconcile", "--with", "sandwell-social-care", "--wait", "1");
        code.ShouldBe(75);
        Flat(page).ShouldStartWith("sandwell-social-care was not heard in time. It is asked again each hour by itself, and until then every few minutes, since this ledger was restored.");
    }

    [Fact]
    public async Task A_copy_is_named_with_the_command_that_brings_it_back()
    {
        await using var network = await FakeNetwork.Start(new() { Backup = _ => [new() { Bytes = 1000 }, new() { Bytes = 4096, Folder = "/copies/leeds-1", Position = 12 }] });
        var (code, page, error) = await network.Run("", "backup");
        code.ShouldBe(0);
        error.ShouldContain("1,000 bytes written");
        page.ShouldContain($"  ./infosharing restore --as leeds-social-care --data {network.Folder} --from /copies/leeds-1\n");
    }

    [Fact]
    public async Task A_copy_that_breaks_off_is_not_taken_for_one()
    {
        await using var network = await FakeNetwork.Start(new() { Backup = _ => [new() { Bytes = 1000 }] });
        (await network.Run("", "backup")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_put_aside_is_listed_and_taken_again()
    {
        await using var network = await FakeNetwork.Start(new()
        {
            Quarantine = _ => new() { Entries = { new ListQuarantineReply.Types.Entry { Id = SetId, Reason = "unknown-sender", Sender = "leeds-police", At = One.Since, Size = ListWaitingReply.Types.SizeBand.Small, Security = true, Parcel = true } } },
            Retake = _ => [new() { Ids = { SetId } }, new() { Opened = 0, NotOpened = 1 }, new() { NotOpened = 1, Ended = true }],
        });
        var (code, page, _) = await network.Run("", "quarantine", "list");
        code.ShouldBe(0);
        page.ShouldStartWith($"unknown-sender  {SetId}  leeds-police  2026-11-02 17:55:00Z  under 4 KiB  security  a parcel\n");
        var (retaken, said, _) = await network.Run("", "quarantine", "retake", SetId);
        retaken.ShouldBe(1);
        Flat(said).ShouldBe("1 parcel is in the set. Opened, and what they held is stored: 0. Still not to be opened, and left where they are: 1.");
    }
}
