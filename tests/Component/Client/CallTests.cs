using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using InfoSharing.Client;
using InfoSharing.V1;
using Status = Grpc.Core.Status;

namespace InfoSharing.Tests.Component.Client;

public sealed class CallTests
{
    private readonly List<FurtherAttempt> _further = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_token_goes_with_every_call_of_both_services()
    {
        await using var agency = await FakeAgency.Start(new() { List = _ => new(), Prove = _ => new(), Verify = () => [new()], Watch = _ => One(new() { Cursor = 1 }) });
        using var client = ClientOf(agency);

        await client.Cases.ListAsync(new ListRequest(), cancellationToken: Cancel);
        await client.Audit.ProveAsync(new ProveRequest(), cancellationToken: Cancel);
        await foreach (var _ in client.Audit.Verify(new VerifyRequest(), cancellationToken: Cancel).ResponseStream.ReadAllAsync(Cancel)) { }
        await foreach (var _ in client.WatchAsync(0, Cancel)) break;

        agency.Answers.Calls.Count.ShouldBe(4);
        agency.Answers.Calls.ShouldAllBe(call => call.Headers.GetValue("authorization") == "Bearer the-token");
    }

    [Fact]
    public async Task A_callers_own_headers_stay_beside_the_token()
    {
        await using var agency = await FakeAgency.Start(new() { List = _ => new() });
        using var client = ClientOf(agency);

        await client.Cases.ListAsync(new ListRequest(), new Metadata { { "x-ours", "kept" } }, cancellationToken: Cancel);

        agency.Answers.Calls.Single().Headers.GetValue("x-ours").ShouldBe("kept");
    }

    [Fact]
    public async Task An_answer_that_nobody_took_is_given_again_under_one_request_id()
    {
        await using var agency = await FakeAgency.Start(new() { Respond = Failing<RespondRequest, RespondReply>(2, StatusCode.Unavailable, new() { MessageId = "there" }) });
        using var client = ClientOf(agency);
        var mine = new RespondRequest { TransferId = "t", Accepted = new() { Children = { "P2" } } };

        var reply = await client.Cases.RespondAsync(mine, cancellationToken: Cancel);

        reply.MessageId.ShouldBe("there");
        var asked = agency.Answers.Requests<RespondRequest>().ToList();
        asked.Count.ShouldBe(3);
        asked.Select(one => one.RequestId).Distinct().ShouldHaveSingleItem().ShouldNotBeEmpty();
        mine.RequestId.ShouldBeEmpty("the caller's own message is left as it was");
        _further.Select(one => (one.Method, one.Attempt, one.Because)).ShouldBe([("Respond", 2, StatusCode.Unavailable), ("Respond", 3, StatusCode.Unavailable)]);
    }

    [Fact]
    public async Task A_callers_own_request_id_is_kept()
    {
        await using var agency = await FakeAgency.Start(new() { Withdraw = Failing<WithdrawRequest, WithdrawReply>(1, StatusCode.Unavailable, new()) });
        using var client = ClientOf(agency);

        await client.Cases.WithdrawAsync(new WithdrawRequest { RequestId = "mine" }, cancellationToken: Cancel);

        agency.Answers.Requests<WithdrawRequest>().Select(one => one.RequestId).ShouldBe(["mine", "mine"]);
    }

    [Fact]
    public async Task Two_answers_without_an_id_are_two_requests()
    {
        await using var agency = await FakeAgency.Start(new() { Respond = _ => new() });
        using var client = ClientOf(agency);

        await client.Cases.RespondAsync(new RespondRequest(), cancellationToken: Cancel);
        await client.Cases.RespondAsync(new RespondRequest(), cancellationToken: Cancel);

        agency.Answers.Requests<RespondRequest>().Select(one => one.RequestId).Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData(StatusCode.AlreadyExists)]
    [InlineData(StatusCode.Aborted)]
    [InlineData(StatusCode.DeadlineExceeded)]
    [InlineData(StatusCode.Internal)]
    public async Task What_somebody_answered_is_not_asked_again(StatusCode status)
    {
        await using var agency = await FakeAgency.Start(new() { Send = Failing<SendRequest, SendReply>(1, status, new()) });
        using var client = ClientOf(agency);

        (await Should.ThrowAsync<RpcException>(async () => await client.Cases.SendAsync(new SendRequest(), cancellationToken: Cancel))).StatusCode.ShouldBe(status);

        agency.Answers.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_the_last_attempt_UNAVAILABLE_is_the_answer()
    {
        await using var agency = await FakeAgency.Start(new() { Get = Failing<GetRequest, GetReply>(int.MaxValue, StatusCode.Unavailable, new()) });
        using var client = ClientOf(agency);

        (await Should.ThrowAsync<RpcException>(async () => await client.Cases.GetAsync(new GetRequest(), cancellationToken: Cancel))).StatusCode.ShouldBe(StatusCode.Unavailable);

        agency.Answers.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Cancelled_between_two_attempts_a_call_ends_as_cancelled()
    {
        await using var agency = await FakeAgency.Start(new() { Get = Failing<GetRequest, GetReply>(int.MaxValue, StatusCode.Unavailable, new()) });
        using var stop = new CancellationTokenSource();
        using var client = new AgencyClient(agency.Address, "the-token", new() { FirstDelay = TimeSpan.FromMinutes(1), LongestDelay = TimeSpan.FromHours(1), OnFurtherAttempt = _ => stop.Cancel() });

        (await Should.ThrowAsync<RpcException>(async () => await client.Cases.GetAsync(new GetRequest(), cancellationToken: stop.Token))).StatusCode.ShouldBe(StatusCode.Cancelled);

        agency.Answers.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_blocking_call_gives_the_same()
    {
        await using var agency = await FakeAgency.Start(new() { List = Failing<ListRequest, ListReply>(1, StatusCode.Unavailable, new() { NextPageToken = "more" }) });
        using var client = ClientOf(agency);

        client.Cases.List(new ListRequest(), cancellationToken: Cancel).NextPageToken.ShouldBe("more");
    }

    [Fact]
    public async Task A_request_at_fault_is_an_exception_with_every_field()
    {
        var details = new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "lead.agency", Description = "is missing" }, new BadRequest.Types.FieldViolation { Field = "persons[P1]", Description = "is twice" } } };
        await using var agency = await FakeAgency.Start(new() { Send = _ => throw new Google.Rpc.Status { Code = (int)Code.InvalidArgument, Message = "No transfer.", Details = { Any.Pack(details) } }.ToRpcException() });
        using var client = ClientOf(agency);

        var fault = await Should.ThrowAsync<BadRequestException>(async () => await client.Cases.SendAsync(new SendRequest(), cancellationToken: Cancel));

        fault.Faults.ShouldBe([new FieldFault("lead.agency", "is missing"), new FieldFault("persons[P1]", "is twice")]);
        fault.Status.Detail.ShouldBe("No transfer.");
        fault.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        agency.Answers.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_at_fault_without_details_has_no_field()
    {
        await using var agency = await FakeAgency.Start(new() { Send = _ => throw new RpcException(new Status(StatusCode.InvalidArgument, "no")) });
        using var client = ClientOf(agency);

        (await Should.ThrowAsync<BadRequestException>(async () => await client.Cases.SendAsync(new SendRequest(), cancellationToken: Cancel))).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_has_the_contracts_deadline_and_a_watch_has_none()
    {
        await using var agency = await FakeAgency.Start(new() { Get = _ => new(), Watch = _ => One(new() { Cursor = 1 }) });
        using var client = ClientOf(agency);
        var before = TimeProvider.System.GetUtcNow().UtcDateTime;

        await client.Cases.GetAsync(new GetRequest(), cancellationToken: Cancel);
        await foreach (var _ in client.WatchAsync(0, Cancel)) break;

        var deadlines = agency.Answers.Calls.Select(call => call.Deadline).ToList();
        deadlines[0].ShouldBeInRange(before, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(5));
        deadlines[1].ShouldBe(DateTime.MaxValue);
    }

    [Fact]
    public void A_token_never_goes_unencrypted_to_another_machine() =>
        Should.Throw<ArgumentException>(() => new AgencyClient(new Uri("http://exchange.leeds.example"), "the-token")).Message.ShouldContain("give an https address");

    [Fact]
    public void Options_out_of_their_bounds_are_all_named() =>
        Should.Throw<ArgumentException>(() => new AgencyClient(new Uri("http://127.0.0.1:1"), "the-token", new() { Attempts = 0, FirstDelay = TimeSpan.Zero, LongestDelay = TimeSpan.FromDays(1) }))
            .Message.ShouldBe("Attempts must be 1 to 20. FirstDelay must be above zero and at most a minute. LongestDelay must be at least FirstDelay and at most an hour. (Parameter 'options')");

    internal static Func<TRequest, TReply> Failing<TRequest, TReply>(int times, StatusCode status, TReply then)
    {
        var calls = 0;
        return _ => ++calls <= times ? throw new RpcException(new Status(status, "as the test says")) : then;
    }

    internal static async IAsyncEnumerable<WatchReply> One(WatchReply happened)
    {
        yield return happened;
        await Task.CompletedTask;
    }

    private AgencyClient ClientOf(FakeAgency agency) => new(agency.Address, "the-token\n", new() { Attempts = 3, Clock = new ImpatientClock(), OnFurtherAttempt = _further.Add });
}
