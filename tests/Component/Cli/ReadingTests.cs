using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using InfoSharing.V1;
using static InfoSharing.Tests.Component.Cli.NetworkTests;
using State = InfoSharing.V1.ListReply.Types.Entry.Types.State;

namespace InfoSharing.Tests.Component.Cli;

public sealed class ReadingTests
{
    private static readonly Timestamp At = Timestamp.FromDateTimeOffset(Samples.JudgedOn);

    [Fact]
    public async Task A_list_says_what_each_is_and_where_it_stands()
    {
        await using var network = await FakeNetwork.Start(new()
        {
            List = request => new()
            {
                Transfers = { new ListReply.Types.Entry { TransferId = FakeNetwork.Id, Version = 2, Kind = Transfer.Types.Kind.FullTransfer, From = "leeds-social-care", Lead = "sandwell-social-care", State = State.PartAnswered, ChangedAt = At } },
                NextPageToken = request.PageSize == 1 ? "more" : "",
            },
        });

        var (code, page, _) = await network.Run("", "list");
        var (_, cut, _) = await network.Run("", "list", "--most", "1");
        var (_, json, _) = await network.Run("", "list", "--json");

        code.ShouldBe(0);
        page.ShouldBe($"""
            {FakeNetwork.Id}  version 2  answered for some children
                full transfer, Leeds children's social care to Sandwell children's social
                care; changed last at 10:00 on Monday 2 November 2026

            1 transfer.

            """.ReplaceLineEndings());
        cut.ShouldContain("There are more: --most N shows them.");
        JsonParser.Default.Parse<ListReply>(json).Transfers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_case_opens_with_how_people_are_reached_safely_and_names_them_beside_their_references()
    {
        await using var network = await FakeNetwork.Start(new()
        {
            Get = request => new()
            {
                Transfer = Samples.Complete(),
                Withheld = 2,
                Messages = { new Message { Id = "message-5", Sender = "leeds-social-care", Recipient = "sandwell-social-care", Version = 1 }, new Message { Id = "message-6", Sender = "sandwell-social-care", Recipient = "leeds-social-care", Version = 1, Withdrawn = new() { Step = Withdrawn.Types.Step.TooLate, AcceptedAt = At } }, new Message { Id = "message-7", Sender = "sandwell-social-care", Recipient = "leeds-social-care", Version = 1, Declined = new() { Children = { "P2" }, Words = new() { Text_ = "She stayed." }, By = new() { Name = "Priya Nandakumar", Role = "social worker" } } } },
            },
        });

        var (code, page, _) = await network.Run("", "show", FakeNetwork.Id, "--version", "1");

        code.ShouldBe(0);
        network.Answers.Requests<GetRequest>().Single().Version.ShouldBe(1U);
        page.ShouldStartWith($"Child protection transfer-in, version 1  {FakeNetwork.Id}\n");
        page.IndexOf("Safe contact", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("Persons", StringComparison.Ordinal));
        Flat(page).ShouldContain("2 items are withheld from this agency: ask Leeds children's social care.");
        Flat(page).ShouldContain("Sandwell children's social care to Leeds children's social care, version 1: declined Zennor (P2) by Priya Nandakumar, social worker: She stayed. message message-7");
        Flat(page).ShouldContain("Leeds children's social care to Sandwell children's social care, version 1: the transfer message message-5");
        Flat(page).ShouldContain("version 1: too late to withdraw, accepted at 10:00 on Monday 2 November 2026 message message-6");
        page.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public async Task No_word_of_a_case_is_left_out()
    {
        await using var network = await FakeNetwork.Start(new());

        var (_, page, _) = await network.Run("", "show", FakeNetwork.Id);

        var flat = Flat(page);
        foreach (var text in Contract.Values(Samples.Complete()).Select(one => one.Value).OfType<Text>()) flat.ShouldContain(Flat(text.Text_));
    }

    [Fact]
    public async Task A_watch_shows_each_event_without_a_name_and_says_from_where_to_go_on()
    {
        using var stop = new CancellationTokenSource();
        await using var network = await FakeNetwork.Start(new() { Watch = request => Two(request, stop) });

        var (code, page, error) = await Shell.Run("", stop.Token, "watch", "--after", "3", "--as", "leeds-social-care", "--data", network.Folder);

        code.ShouldBe(0);
        page.ShouldBe($"""
                  4  02 Nov 10:00:00  {FakeNetwork.Id} version 1  delivered: their receipt is stored, to sandwell-social-care
                  5  02 Nov 10:00:00  {FakeNetwork.Id} version 1  accepted (P2, P3), sandwell-social-care to leeds-social-care

            """.ReplaceLineEndings());
        Flat(error).ShouldEndWith($"Stopped after event 5. To go on from there: ./infosharing watch --after 5 --as leeds-social-care --data {network.Folder}");
    }

    [Fact]
    public async Task As_JSON_a_watch_is_one_event_a_line()
    {
        using var stop = new CancellationTokenSource();
        await using var network = await FakeNetwork.Start(new() { Watch = request => Two(request, stop) });

        var (_, lines, _) = await Shell.Run("", stop.Token, "watch", "--json", "--as", "leeds-social-care", "--data", network.Folder);

        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonParser.Default.Parse<WatchReply>(line).Cursor).ShouldBe([1UL, 2UL]);
    }

    [Fact]
    public async Task A_report_is_shown_as_it_was_given()
    {
        await using var network = await FakeNetwork.Start(new() { Report = _ => new() { Report = new() { RuleSet = "2026.1", Day = "2026-11-02", Good = { "reasons_given" } } } });

        var (code, page, _) = await network.Run("", "report", FakeNetwork.Id);

        code.ShouldBe(0);
        page.ShouldContain("Judged as on Monday 2 November 2026, by the rules of 2026.1.");
        page.ShouldContain("Thank you: the reasons for each decision.");
    }

    [Fact]
    public async Task The_report_of_a_refusal_shows_references_since_no_case_is_open_beside_it()
    {
        await using var network = await FakeNetwork.Start(new() { Report = _ => new() { Report = new() { RuleSet = "2026.1" } }, Get = _ => throw new RpcException(new Status(StatusCode.NotFound, "")) });

        (await network.Run("", "report", FakeNetwork.OtherId)).Code.ShouldBe(0);
    }

    private static async IAsyncEnumerable<WatchReply> Two(WatchRequest request, CancellationTokenSource stop)
    {
        // The first connection gives both and ends. The watch comes again with the last cursor, and is stopped before anything else can come.
        if (request.After is 2 or 5)
        {
            await stop.CancelAsync();
            yield break;
        }
        yield return new() { Cursor = request.After + 1, TransferId = FakeNetwork.Id, Version = 1, Event = "delivered", At = At, Message = new() { Recipient = "sandwell-social-care" } };
        yield return new() { Cursor = request.After + 2, TransferId = FakeNetwork.Id, Version = 1, Event = "accepted", At = At, Message = new() { Sender = "sandwell-social-care", Recipient = "leeds-social-care", Accepted = new() { Children = { "P2", "P3" } } } };
    }
}
