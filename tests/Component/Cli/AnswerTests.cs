using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using InfoSharing.V1;
using static InfoSharing.Tests.Component.Cli.NetworkTests;
using ChildNow = InfoSharing.V1.FlowReply.Types.ChildNow;

namespace InfoSharing.Tests.Component.Cli;

public sealed class AnswerTests
{
    [Fact]
    public async Task Accepting_without_a_child_takes_all_who_may_move_and_says_who_runs_each_plan()
    {
        await using var network = await Answering();

        var (code, page, _) = await network.Run("", "accept", "019a9c64");

        code.ShouldBe(0);
        var accepted = network.Answers.Requests<RespondRequest>().Single().Accepted;
        accepted.Children.ShouldBe(["P3"], "P2 is accepted already and P4 is under an order");
        (accepted.SawVersion, accepted.By, accepted.At).ShouldBe((1U, null, null), "the service knows its caller and its time");
        page.ShouldStartWith("Accepted: Caspian (P3).\n");
        Flat(page).ShouldContain("An order keeps Ludovic (P4) with Leeds children's social care: only the court, or the order's end, changes that.");
        Flat(page).ShouldContain("Sandwell children's social care must act now if Ludovic (P4) is at risk of significant harm in Sandwell (Children Act 1989 s47).");
    }

    [Fact]
    public async Task The_children_the_version_and_the_person_can_be_named()
    {
        await using var network = await Answering();

        await network.Run("", "accept", FakeNetwork.Id, "--child", "P3", "--child", "P2", "--version", "1", "--by", "Priya Nandakumar", "--role", "team manager", "--request-id", "mine");

        var request = network.Answers.Requests<RespondRequest>().Single();
        request.Accepted.Children.ShouldBe(["P3", "P2"]);
        request.Accepted.By.ShouldBe(new Who { Name = "Priya Nandakumar", Role = "team manager", Org = "leeds-social-care" });
        request.RequestId.ShouldBe("mine");
        network.Answers.Requests<GetRequest>().First().Version.ShouldBe(1U);
        network.Answers.Requests<FlowRequest>().Count().ShouldBe(1, "which children may move is asked only where none is named");
    }

    [Fact]
    public async Task A_name_without_a_role_is_no_person()
    {
        await using var network = await Answering();

        var (code, _, error) = await network.Run("", "accept", FakeNetwork.Id, "--by", "Priya Nandakumar");

        code.ShouldBe(2);
        Flat(error).ShouldBe("--by and --role go together: an answer is recorded with a name and a role. Nothing was done.");
        network.Answers.Requests<RespondRequest>().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_alert_is_acknowledged_and_takes_nobody()
    {
        await using var network = await Answering(Samples.Alert());

        var (code, page, _) = await network.Run("", "accept", FakeNetwork.Id);
        var (taking, _, error) = await network.Run("", "accept", FakeNetwork.Id, "--child", "P1");

        code.ShouldBe(0);
        page.ShouldStartWith("Acknowledged: what it tells you, you now know.\n");
        network.Answers.Requests<RespondRequest>().Single().Accepted.Children.ShouldBeEmpty();
        taking.ShouldBe(2);
        Flat(error).ShouldContain("An alert takes nobody");
    }

    [Fact]
    public async Task Where_every_child_left_is_under_an_order_nothing_is_accepted()
    {
        await using var network = await Answering();
        network.Answers.Flow = _ => new() { Children = { new ChildNow { Child = "P4", OrderStays = true } } };

        var (code, _, error) = await network.Run("", "accept", FakeNetwork.Id);

        code.ShouldBe(2);
        Flat(error).ShouldContain("under an order that does not move with a transfer");
        network.Answers.Requests<RespondRequest>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_newer_version_is_read_first()
    {
        await using var network = await Answering();
        network.Answers.Respond = _ => throw new RpcException(new Status(StatusCode.Aborted, "Version 2 has come. Read what changed, then answer."));

        var (code, output, error) = await network.Run("", "accept", FakeNetwork.Id, "--child", "P3");

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        Flat(error).ShouldBe("Version 2 has come. Read what changed, then answer. Nothing was done. Read the newer version first (show), then answer again.");
    }

    [Fact]
    public async Task What_cannot_be_read_after_an_answer_is_no_failure_of_it()
    {
        await using var network = await Answering();
        network.Answers.Flow = null;

        var (code, page, _) = await network.Run("", "accept", FakeNetwork.Id, "--child", "P3");

        code.ShouldBe(0);
        Flat(page).ShouldContain("Sandwell children's social care runs Caspian (P3)'s plan.");
    }

    [Fact]
    public async Task A_decline_has_a_reason_of_the_list_and_words()
    {
        await using var network = await Answering();

        var (code, page, _) = await network.Run("", "decline", FakeNetwork.Id, "--child", "P3", "--reason", "move-not-happened", "--words", "He is still in Leeds.");
        var (bad, _, error) = await network.Run("", "decline", FakeNetwork.Id, "--reason", "short-stay", "--words", "x");

        code.ShouldBe(0);
        page.ShouldStartWith("Declined: Caspian (P3).\n");
        var declined = network.Answers.Requests<RespondRequest>().Single().Declined;
        (declined.Reason, declined.Words.Text_, declined.SawVersion).ShouldBe((Declined.Types.Reason.MoveNotHappened, "He is still in Leeds.", 1U));
        bad.ShouldBe(2);
        error.ShouldContain("child-not-in-area, order-stays, duplicate, move-not-happened, other");
    }

    [Fact]
    public async Task Questions_are_about_all_who_move_unless_children_are_named()
    {
        await using var network = await Answering();

        var (code, page, _) = await network.Run("", "ask", FakeNetwork.Id, "--question", "Who saw them?", "--question", "When?");

        code.ShouldBe(0);
        var asked = network.Answers.Requests<RespondRequest>().Single().Asked;
        asked.Children.ShouldBe(["P2", "P3", "P4"]);
        asked.Questions.Select(one => one.Text_).ShouldBe(["Who saw them?", "When?"]);
        Flat(page).ShouldStartWith("Asked 2 questions about Zennor (P2), Caspian (P3) and Ludovic (P4). Asking stops no clock and delays no protection.");
    }

    [Fact]
    public async Task A_withdrawal_is_asked_and_says_who_answers_it()
    {
        await using var network = await Answering();
        network.Answers.Withdraw = _ => new() { MessageId = "message-8", At = Timestamp.FromDateTimeOffset(Samples.JudgedOn) };

        var (code, page, _) = await network.Run("", "withdraw", FakeNetwork.Id, "--reason", "They came back.");

        code.ShouldBe(0);
        network.Answers.Requests<WithdrawRequest>().Single().Reason.Text_.ShouldBe("They came back.");
        Flat(page).ShouldContain("Their ledger answers: withdrawn, or too late where they have accepted.");
    }

    [Fact]
    public async Task The_reply_as_JSON_is_the_whole_output()
    {
        await using var network = await Answering();

        var (_, json, _) = await network.Run("", "accept", FakeNetwork.Id, "--child", "P3", "--json");

        JsonParser.Default.Parse<RespondReply>(json).MessageId.ShouldBe("message-9");
    }

    private static Task<FakeNetwork> Answering(Transfer? transfer = null) => FakeNetwork.Start(new()
    {
        Get = _ => new() { Transfer = transfer ?? Samples.Complete() },
        Respond = _ => new()
        {
            MessageId = "message-9",
            At = Timestamp.FromDateTimeOffset(Samples.JudgedOn),
            CaseResponsibility = { new CaseResponsibility { Child = "P3", Holder = "sandwell-social-care" } },
        },
        Flow = _ => new()
        {
            Children =
            {
                new ChildNow { Child = "P2", Holder = "sandwell-social-care", Answer = ChildNow.Types.Answer.Accepted },
                new ChildNow { Child = "P3", Holder = "leeds-social-care", Answer = ChildNow.Types.Answer.Asked },
                new ChildNow { Child = "P4", Holder = "leeds-social-care", Answer = ChildNow.Types.Answer.Open, OrderStays = true, MustActNow = "sandwell-social-care", AreaGss = "E08000028", Law = "CHILDREN_ACT_1989_S47" },
            },
        },
    });
}
