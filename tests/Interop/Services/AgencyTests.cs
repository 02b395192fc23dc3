namespace InfoSharing.Tests.Interop.Services;

/// <summary>Each foreign stack calls a real agency service: unary, stream, rich error, deadline.</summary>
public class AgencyTests
{
    public static TheoryData<string> Stacks { get; } = [.. AgencyPeers.All];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Unary_call_brings_the_report(string peer)
    {
        await using var exchange = await RunningExchange.Start();
        var answer = await AgencyPeers.Call(peer, exchange.Address, "unary");
        answer.Code.ShouldBe(0, answer.Errors);
        answer.Rules.Count(rule => rule == "IS-103").ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Stream_brings_its_message_and_ends_when_the_caller_goes(string peer)
    {
        await using var exchange = await RunningExchange.Start();
        await exchange.Send();
        var answer = await AgencyPeers.Call(peer, exchange.Address, "stream");
        answer.Messages.ShouldBe(["sent"], answer.Errors);
        answer.Code.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Rich_error_arrives_with_its_details(string peer)
    {
        await using var exchange = await RunningExchange.Start();
        var answer = await AgencyPeers.Call(peer, exchange.Address, "error");
        answer.Code.ShouldBe(3, answer.Errors);
        answer.Details.ShouldBe(["google.rpc.BadRequest"]);
    }

    [Theory]
    [InlineData("grpc-js")]
    [InlineData("connect-node")]
    [InlineData("python3-grpcio")] // and not buf curl, which can set no deadline: it keeps the header for itself, and has no option for it
    public async Task Deadline_ends_a_stream_that_has_begun(string peer)
    {
        await using var exchange = await RunningExchange.Start();
        await exchange.Send();
        var answer = await AgencyPeers.Call(peer, exchange.Address, "deadline");
        answer.Code.ShouldBe(4, answer.Errors);
        answer.Messages.ShouldBe(["sent"], answer.Errors);
    }

    [Fact]
    public async Task Tools_find_the_services_without_a_schema()
    {
        await using var exchange = await RunningExchange.Start();
        var (exitCode, output, errors) = await Peers.Buf("curl", "--http2-prior-knowledge", "--protocol", "grpc", "--list-services", $"http://{exchange.Host}");
        exitCode.ShouldBe(0, errors);
        output.ShouldContain("infosharing.v1.CaseExchange");
        foreach (var version in new[] { "grpc-v1", "grpc-v1alpha" })
        {
            var (code, methods, problems) = await Peers.Buf("curl", "--http2-prior-knowledge", "--protocol", "grpc", "--reflect-protocol", version, "--list-methods", $"http://{exchange.Host}");
            code.ShouldBe(0, problems);
            methods.ShouldContain("infosharing.v1.CaseExchange/Check");
        }
    }
}
