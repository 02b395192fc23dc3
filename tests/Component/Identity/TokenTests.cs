using Grpc.Core;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Exchange.Identity;
using InfoSharing.Tests.Component.Exchange;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Identity;

public class TokenTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_agencys_own_token_is_let_in()
    {
        await using var exchange = await Calls.Start();
        (await Calls.List(exchange, exchange.Token)).StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task A_call_without_a_token_is_UNAUTHENTICATED_and_says_what_to_send()
    {
        await using var exchange = await Calls.Start();
        var status = await Calls.List(exchange, null);
        status.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        status.Detail.ShouldContain("authorization: Bearer TOKEN");
    }

    [Fact]
    public async Task A_token_that_nobody_gave_out_is_UNAUTHENTICATED_and_is_not_said_again()
    {
        await using var exchange = await Calls.Start();
        var status = await Calls.List(exchange, "a-token-of-nobodys");
        status.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        status.Detail.ShouldContain("does not know this token");
        (status.Detail + exchange.Logs.Said).ShouldNotContain("a-token-of-nobodys");
    }

    [Fact]
    public async Task Another_agencys_token_is_answered_exactly_as_one_of_nobodys()
    {
        await using var exchange = await Calls.Start();
        (await Calls.List(exchange, await Calls.TokenOfAnotherAgency())).ShouldBe(await Calls.List(exchange, "a-token-of-nobodys"));
    }

    [Fact]
    public async Task A_token_ends_at_the_instant_that_it_names()
    {
        await using var before = await Calls.Start(new StandingClock(Calls.Now.AddTicks(-1)));
        (await Calls.List(before, Calls.TokenOf("expired"))).StatusCode.ShouldBe(StatusCode.OK);
        await using var then = await Calls.Start(new StandingClock(Calls.Now));
        var status = await Calls.List(then, Calls.TokenOf("expired"));
        status.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        status.Detail.ShouldContain("expired");
    }

    [Fact]
    public async Task Another_kind_of_proof_is_UNAUTHENTICATED_and_says_which_is_taken()
    {
        await using var exchange = await Calls.Start();
        var headers = new Metadata { { "authorization", "Basic bGVlZHM6c2VjcmV0" } };
        var fault = await Should.ThrowAsync<RpcException>(async () => await new CaseExchange.CaseExchangeClient(exchange.ChannelWith(null)).ListAsync(new ListRequest(), headers, cancellationToken: Stop));
        fault.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        fault.Status.Detail.ShouldContain("Bearer TOKEN");
    }

    [Fact]
    public async Task A_stream_without_a_token_is_UNAUTHENTICATED_too()
    {
        await using var exchange = await Calls.Start();
        using var watch = new CaseExchange.CaseExchangeClient(exchange.ChannelWith(null)).Watch(new WatchRequest(), cancellationToken: Stop);
        (await Should.ThrowAsync<RpcException>(async () => await watch.ResponseStream.MoveNext(Stop))).StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    [Fact]
    public async Task What_is_no_gRPC_call_gets_HTTPs_own_answer()
    {
        await using var exchange = await Calls.Start();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{exchange.Address}/infosharing.v1.CaseExchange/List")) { Version = System.Net.HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var response = await http.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Health_needs_no_identity()
    {
        await using var exchange = await Calls.Start();
        var health = new Grpc.Health.V1.Health.HealthClient(exchange.ChannelWith(null));
        (await health.CheckAsync(new(), cancellationToken: Stop)).Status.ShouldBe(Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus.Serving);
    }

    [Fact]
    public void A_file_of_tokens_names_every_entry_that_does_not_hold_and_none_of_its_digests()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, TokensFile.Form([new("ABC123", "x", "system", Calls.Now), new(new string('a', 64), " ", "boss", Calls.Now)]));
            var words = Should.Throw<CannotStartException>(() => TokensFile.Read(file)).Message;
            words.ShouldBe($"{file} holds tokens that cannot be used: entry 1: sha256 must be 64 lower-case hexadecimal digits; entry 2: name is blank; entry 2: role must be one of system, practitioner, manager, mash, auditor, governance, operator.");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
