using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;
using static InfoSharing.Tests.Component.Cli.NetworkTests;

namespace InfoSharing.Tests.Component.Cli;

public sealed class SendTests
{
    private static readonly Timestamp At = Timestamp.FromDateTimeOffset(Samples.JudgedOn);

    [Fact]
    public async Task What_is_sent_says_so_and_that_delivered_is_not_accepted()
    {
        await using var network = await FakeNetwork.Start(new() { Send = Sent });

        var (code, page, error) = await network.Run(JsonFormatter.Default.Format(Samples.Complete()), "send", "-");

        code.ShouldBe(0);
        error.ShouldBeEmpty();
        page.ShouldStartWith("Sent to Sandwell children's social care and Sandwell health.\n");
        Flat(page).ShouldContain($"{FakeNetwork.Id}, version 1, stored here at 10:00 on Monday 2 November 2026.");
        Flat(page).ShouldContain("Delivered is not accepted: until they accept, Leeds children's social care still runs each child's plan");
        Flat(page).ShouldEndWith($"./infosharing flow {FakeNetwork.Id} --as leeds-social-care --data {network.Folder}");
        var request = network.Answers.Requests<SendRequest>().Single();
        request.Transfer.ShouldBe(Samples.Complete());
        request.HasAlertOnRefusal.ShouldBeFalse("whether the alert goes is the agency's setting unless the command says otherwise");
    }

    [Fact]
    public async Task Whom_to_ring_stands_out_where_an_alert_is_held()
    {
        await using var network = await FakeNetwork.Start(new() { Send = request => { var reply = Sent(request); reply.Sent.Held.Add(new SendReply.Types.Held { Agency = "moray-social-care", Why = SendReply.Types.Held.Types.Why.NoKey, Phone = "01632 960999" }); return reply; } });

        var (code, page, error) = await network.Run(Cases.Alert, "send", "-");

        code.ShouldBe(0);
        error.ShouldStartWith("If someone is in danger now, ring 999.");
        page.ShouldStartWith("The alert is sent to Sandwell children's social care.\n");
        page.ShouldContain("RING      Moray social care\n");
        Flat(page).ShouldContain("it is held here and goes as soon as it can. Ring 01632 960999 now, and record who you spoke to.");
        page.ShouldNotContain("Delivered is not accepted");
    }

    [Fact]
    public async Task A_refusal_says_that_the_alert_has_gone_shows_the_report_and_how_to_link_the_mended_one()
    {
        await using var network = await FakeNetwork.Start(new() { Send = request => Refused(request, alertSent: true) });

        var (code, page, _) = await network.Run(Cases.HalfDecided, "send", "-");

        code.ShouldBe(1);
        Flat(page).ShouldStartWith("Refused as a hand-over at 10:00 on Monday 2 November 2026. Kept as evidence under refusal-1. Its alert has gone to Sandwell children's social care");
        page.ShouldContain("REFUSE    IS-101");
        page.ShouldContain("Jory (P2)");
        Flat(page).ShouldContain("write \"replacesRefusal\": \"refusal-1\" in it, and send it again under the same id");
    }

    [Fact]
    public async Task Without_its_alert_a_refusal_says_so_first()
    {
        await using var network = await FakeNetwork.Start(new() { Send = request => Refused(request, alertSent: false) });

        var (code, page, _) = await network.Run(Cases.Undecided, "send", "-", "--no-alert", "--request-id", "mine");

        code.ShouldBe(1);
        Flat(page).ShouldContain("Its alert has NOT gone, and they know nothing yet.");
        var request = network.Answers.Requests<SendRequest>().Single();
        (request.HasAlertOnRefusal, request.AlertOnRefusal, request.RequestId).ShouldBe((true, false, "mine"));
    }

    [Fact]
    public async Task The_reply_as_JSON_is_the_whole_output()
    {
        await using var network = await FakeNetwork.Start(new() { Send = request => Refused(request, alertSent: true) });

        var (code, json, _) = await network.Run(Cases.HalfDecided, "send", "-", "--json");

        code.ShouldBe(1);
        JsonParser.Default.Parse<SendReply>(json).Refused.RefusalId.ShouldBe("refusal-1");
    }

    [Fact]
    public async Task What_cannot_be_read_or_goes_to_nobody_is_not_sent()
    {
        await using var network = await FakeNetwork.Start(new() { Send = Sent });
        var toNobody = System.Text.RegularExpressions.Regex.Replace(Cases.HalfDecided, "\"lead\": \\{[^}]*\\},", "");

        var (unread, _, faults) = await network.Run("{ \"version\": -1 }", "send", "-");
        var (nobody, _, missing) = await network.Run(toNobody, "send", "-");

        (unread, nobody).ShouldBe((2, 2));
        faults.ShouldContain("line 1, column 14  version");
        missing.ShouldContain("lead.agency");
        network.Answers.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_next_version_goes_as_a_whole()
    {
        await using var network = await FakeNetwork.Start(new() { Supply = request => new() { Outcome = Sent(new SendRequest { Transfer = request.Transfer }) } });
        var second = Samples.Complete();
        second.Version = 2;

        var (code, page, _) = await network.Run(JsonFormatter.Default.Format(second), "supply", "019a9c64", "-");

        code.ShouldBe(0);
        Flat(page).ShouldContain("version 2, stored here");
        network.Answers.Requests<SupplyRequest>().Single().Transfer.ShouldBe(second);
    }

    [Fact]
    public async Task A_file_of_another_transfer_answers_no_questions()
    {
        await using var network = await FakeNetwork.Start(new());

        var (code, _, error) = await network.Run(JsonFormatter.Default.Format(Samples.Complete()), "supply", FakeNetwork.OtherId, "-");

        code.ShouldBe(2);
        Flat(error).ShouldContain($"The file is of another transfer: its id is {FakeNetwork.Id}.");
        network.Answers.Requests<SupplyRequest>().ShouldBeEmpty();
    }

    private static SendReply Sent(SendRequest request) => new()
    {
        Sent = new() { TransferId = request.Transfer.Id.Length > 0 ? request.Transfer.Id : FakeNetwork.Id, Version = request.Transfer.Version, At = At },
        Report = new Report(),
    };

    private static SendReply Refused(SendRequest request, bool alertSent) => new()
    {
        Refused = new() { RefusalId = "refusal-1", AlertSent = alertSent, At = At, Alert = new() { Id = "alert-1", Lead = request.Transfer.Lead } },
        Report = RuleSets.Newest.Judge(request.Transfer, new JudgingContext { At = Samples.JudgedOn }),
    };
}
