using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using static InfoSharing.Tests.Component.Cli.NetworkTests;
using ClosedBy = InfoSharing.V1.Flow.Types.Disagreement.Types.ClosedBy;

namespace InfoSharing.Tests.Component.Cli;

/// <summary>The verbs of what happens after sending.</summary>
public sealed class LifeTests
{
    private static readonly Timestamp At = new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero).ToTimestamp();

    [Fact]
    public async Task Correct_shows_both_texts_and_who_is_told_and_who_is_not()
    {
        await using var network = await FakeNetwork.Start(new()
        {
            Correct = request => new()
            {
                Corrected = new() { Field = request.Field, Was = new() { Text_ = "2026-10-12" }, Is = new() { Text_ = request.Is }, Reason = request.Reason, At = At },
                Told = { "sandwell-social-care" }, NotTold = { "sandwell-health" }, At = At,
            },
        });

        var (code, page, _) = await network.Run("", "correct", "019a9c64", "--field", "move.date", "--is", "2026-10-13", "--reason", "The van came a day later.", "--by", "Daniel Mirza", "--role", "team manager");

        code.ShouldBe(0);
        network.Answers.Requests<CorrectRequest>().Single().ShouldSatisfyAllConditions(
            request => request.SawVersion.ShouldBe(1u), request => request.By.Name.ShouldBe("Daniel Mirza"), request => request.RequestId.ShouldNotBeEmpty("the client fills it, so that a second attempt is the same request"));
        Flat(page).ShouldContain("It said: \"2026-10-12\" It says: \"2026-10-13\" Because: The van came a day later.");
        Flat(page).ShouldContain("It goes to Sandwell children's social care.");
        Flat(page).ShouldContain("their view withholds this field, so that they have neither the old words nor the new.");
    }

    [Fact]
    public async Task Disagree_takes_reasons_and_agreements_with_who_visits()
    {
        await using var network = await FakeNetwork.Start(new() { Disagree = _ => new() { MessageId = FakeNetwork.OtherId, At = At } });

        var (code, page, _) = await network.Run("", "disagree", "019a9c64", "--child", "P2", "--child", "P3", "--reason", "Sandwell takes them on Thursday.", "--agreed",
            "--visits", "Ade Bamgbose, social worker", "--how-often", "weekly", "--agreed-by-sender", "Daniel Mirza, head of service", "--agreed-by-recipient", "Gwen Tolliver, head of service");

        code.ShouldBe(0);
        var note = network.Answers.Requests<NoteDisagreementRequest>().Single().Note;
        note.InterimArrangement.Select(one => (one.Child, one.WhoVisits.Name, one.WhoVisits.Role, one.AgreedByTo.Name)).ShouldBe([("P2", "Ade Bamgbose", "social worker", "Gwen Tolliver"), ("P3", "Ade Bamgbose", "social worker", "Gwen Tolliver")]);
        Flat(page).ShouldContain("both sides have agreed, and the disagreement has ended.");
    }

    [Fact]
    public async Task Record_call_takes_now_where_no_time_is_given_and_refuses_one_without_its_offset()
    {
        await using var network = await FakeNetwork.Start(new() { RecordCall = _ => new() { Agency = "sandwell-social-care", At = At } });

        (await network.Run("", "record-call", "019a9c64", "--spoke-to", "Priya Nandakumar", "--their-role", "duty manager")).Code.ShouldBe(0);
        (await network.Run("", "record-call", "019a9c64", "--spoke-to", "Priya Nandakumar", "--at", "2026-11-02T09:40+00:00")).Code.ShouldBe(0);
        var (code, _, error) = await network.Run("", "record-call", "019a9c64", "--spoke-to", "Priya Nandakumar", "--at", "this morning");

        network.Answers.Requests<RecordCallRequest>().Select(request => request.Called.SpokenAt).ShouldBe([At, new DateTimeOffset(2026, 11, 2, 9, 40, 0, TimeSpan.Zero).ToTimestamp()]);
        code.ShouldBe(2);
        error.ShouldContain("--at wants a time with its offset");
    }

    [Fact]
    public async Task Keep_says_what_is_done_with_what_is_known()
    {
        await using var network = await FakeNetwork.Start(new() { Respond = _ => new() { At = At } });

        var (code, page, _) = await network.Run("", "keep", "019a9c64", "--choice", "contact", "--because", "Their grandmother lives here.");

        code.ShouldBe(0);
        network.Answers.Requests<RespondRequest>().Single().Kept.ShouldSatisfyAllConditions(kept => kept.Keeps.ShouldBe(Withdrawn.Types.ReceiverKeeps.Contact), kept => kept.Because.Text_.ShouldBe("Their grandmother lives here."));
        Flat(page).ShouldContain("kept as a contact. The sender is told. If a child is at risk here, act as before.");
    }

    [Fact]
    public async Task Owed_lists_what_we_owe_and_are_owed_the_next_due_first()
    {
        await using var network = await FakeNetwork.Start(new()
        {
            Owed = _ => new()
            {
                Owed =
                {
                    new ListOwedReply.Types.Entry { TransferId = FakeNetwork.Id, Kind = Transfer.Types.Kind.Notification, Owes = "leeds-social-care", To = "sandwell-social-care", RunOut = true, Owed = new() { Item = "phone", Field = "call_record", Due = At } },
                    new ListOwedReply.Types.Entry { TransferId = FakeNetwork.OtherId, Kind = Transfer.Types.Kind.FullTransfer, Owes = "sandwell-social-care", To = "leeds-social-care", Owed = new() { RuleId = "IS-908", Field = "marac", Due = At } },
                },
                LeftOff = 3,
            },
        });

        var (code, page, _) = await network.Run("", "owed");

        code.ShouldBe(0);
        Flat(page).ShouldBe("We owe RUN OUT 10:00 on Monday 2 November 2026 phone call_record alert " + FakeNetwork.Id + ", to Sandwell children's social care "
            + "We are owed by 10:00 on Monday 2 November 2026 IS-908 marac full transfer " + FakeNetwork.OtherId + ", from Sandwell children's social care "
            + $"2 things owed. ./infosharing flow ID --as leeds-social-care --data {network.Folder} says each in words. 3 more: --most N shows them.");
    }

    [Fact]
    public async Task Flow_says_what_is_undelivered_where_areas_disagree_what_was_corrected_and_whom_to_tell()
    {
        var told = new Notice.Types.Told { Agency = "sandwell-social-care", Role = "HEAD_OF_SERVICE", Contact = "0121 496 0001", OutOfHours = true };
        await using var network = await FakeNetwork.Start(new()
        {
            Flow = _ => new()
            {
                Undelivered = { new FlowReply.Types.Undelivered { To = "sandwell-social-care", What = "transfer", Since = At, Why = Notice.Types.Why.NoKey, Phone = "0121 496 0001" } },
                Flow = new()
                {
                    Disagreement =
                    {
                        new Flow.Types.Disagreement
                        {
                            Child = "P2", OpenedAt = At, OpenedBy = Flow.Types.Disagreement.Types.OpenedBy.SecondTurn, ClosedAt = At, ClosedBy = ClosedBy.Agreement,
                            Reasons = { new Flow.Types.Disagreement.Types.Reason { Agency = "sandwell-social-care", What = "asked", At = At, Words = { new Text { Text_ = "Is the move for good?" } } } },
                            Interim = new() { WhoVisits = new() { Name = "Ade Bamgbose", Role = "social worker" } },
                        },
                    },
                },
                Corrections = { new Corrected { Field = "move.date", Was = new() { Text_ = "2026-10-12" }, Is = new() { Text_ = "2026-10-13" }, Reason = new() { Text_ = "A slip." }, DisputedBy = "P1", At = At }, new Corrected { By = new() { Org = "leeds-social-care" } } },
                Escalated = { new FlowReply.Types.Escalated { Event = "disagreement-opened", At = At, Notice = new() { Clock = "disagreement_heads", Child = "P2", DueAt = At, Told = { told } } } },
            },
        });

        var (code, page, _) = await network.Run("", "flow", "019a9c64");

        code.ShouldBe(0);
        var flat = Flat(page);
        flat.ShouldContain("UNDELIVERED it goes on being sent Sandwell children's social care has no transfer, since 10:00 on Monday 2 November 2026: they are not connected: the directory has no key for them. Ring them now on 0121 496 0001, then record who you spoke to: record-call.");
        flat.ShouldContain("the second question or decline. Ended at 10:00 on Monday 2 November 2026: both sides agreed. Sandwell children's social care asked at 10:00 on Monday 2 November 2026: Is the move for good? Meanwhile: Ade Bamgbose, social worker, visits.");
        flat.ShouldContain("Ottoline (P1) disputes it: \"2026-10-13\" Because: A slip.");
        flat.ShouldContain("A correction is withheld from this agency: ask leeds-social-care.");
        flat.ShouldContain("Tell the head of service of Sandwell children's social care, out of hours on 0121 496 0001.");
    }

    [Fact]
    public async Task List_and_watch_say_what_stands_out_without_a_word_of_the_case()
    {
        await using var network = await FakeNetwork.Start(new()
        {
            List = _ => new() { Transfers = { new ListReply.Types.Entry { TransferId = FakeNetwork.Id, Undelivered = true, Disagreement = true, RunOut = true, ChangedAt = At } } },
        });

        Flat((await network.Run("", "list")).Out).ShouldContain("UNDELIVERED. DISAGREEMENT open. A clock has run out.");
        InfoSharing.Cli.Presentation.EventLine.Of(new()
        {
            Cursor = 7, Event = "escalated", At = At, TransferId = FakeNetwork.Id, Version = 1,
            Notice = new() { Clock = "arrival", Told = { new Notice.Types.Told { Agency = "sandwell-social-care", Role = "DUTY_MANAGER", Contact = "duty@example.org" } } },
        }).ShouldEndWith("a clock has run out (arrival; tell sandwell-social-care duty manager at duty@example.org)");
    }
}
