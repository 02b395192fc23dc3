using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using InfoSharing.Exchange.Development;
using InfoSharing.Local;
using InfoSharing.Local.Running;
using InfoSharing.Tests.Component.Broker;
using InfoSharing.Tests.Component.Development;
using InfoSharing.Tests.Component.Exchange;
using InfoSharing.Tests.Component.Ledger;
using InfoSharing.V1;
using Serving = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace InfoSharing.Tests.Component.Local;

public class LocalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_agency_answers_its_own_token_and_no_other()
    {
        using var data = await Networks.Copied();
        using var warnings = new StringWriter();
        await using var network = await Start(data, warnings);
        foreach (var agency in DevelopmentNetwork.Agencies)
        {
            var other = DevelopmentNetwork.Agencies.First(one => one.Id != agency.Id).Id;
            (await List(network, agency.Id, TokenOf(network, agency.Id))).ShouldBe(StatusCode.OK, agency.Id);
            (await List(network, agency.Id, TokenOf(network, other))).ShouldBe(StatusCode.Unauthenticated, agency.Id);
            (await List(network, agency.Id, null)).ShouldBe(StatusCode.Unauthenticated, agency.Id);
        }
        warnings.ToString().ShouldNotContain("error");
    }

    [Fact]
    public async Task A_second_start_finds_what_the_first_one_stored()
    {
        using var data = await Networks.Copied();
        await using (var first = await Start(data)) (await List(first, "leeds-police", TokenOf(first, "leeds-police"))).ShouldBe(StatusCode.OK);
        await using var second = await Start(data);
        using var channel = Channel(second, "leeds-police", TokenOf(second, "leeds-police"));
        using var verify = new LedgerAudit.LedgerAuditClient(channel).Verify(new VerifyRequest(), cancellationToken: Stop);
        VerifyReply? last = null;
        while (await verify.ResponseStream.MoveNext(Stop)) last = verify.ResponseStream.Current;
        last!.Found.Holds.ShouldBeTrue();
        last.Found.Links.ShouldBeGreaterThanOrEqualTo(2ul); // the List of the first life, and this Verify
    }

    [Fact]
    public async Task A_second_network_on_the_same_data_is_refused_in_one_line()
    {
        using var data = await Networks.Copied();
        await using var first = await Start(data);
        var (code, output, error) = await Run("start", "--data", data.Folder, "--port", "0");
        (code, output, error.Trim()).ShouldBe((1, "", $"The network in {data.Folder} is running already: stop it, or give this one a folder of its own with --data."));
        (await List(first, "leeds-police", TokenOf(first, "leeds-police"))).ShouldBe(StatusCode.OK, "the first one runs on");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_in_one_line()
    {
        using var data = await Networks.Copied();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var (code, _, error) = await Run("start", "--data", data.Folder, "--port", $"{port}");
        code.ShouldBe(1);
        Lines(error).ShouldContain(Taken(port, "leeds-police")); // another test may have one of the seven that follow
    }

    [Fact]
    public async Task Ports_that_are_taken_are_all_named_each_in_a_line()
    {
        using var data = await Networks.Copied();
        using var taken = new TakenPorts();
        var (code, _, error) = await Run("start", "--data", data.Folder, "--port", $"{taken.First}");
        code.ShouldBe(1);
        var lines = Lines(error);
        lines.ShouldContain(Taken(taken.First, "leeds-police"));
        lines.ShouldContain(Taken(taken.Second, "leeds-social-care"));
        lines.ShouldAllBe(line => line.EndsWith("give another first port with --port."));
    }

    [Fact]
    public async Task Ports_that_are_taken_are_all_named_when_each_agency_has_a_process_of_its_own()
    {
        SharedBroker.Need();
        TestPostgres.NeedPrograms();
        using var data = await Networks.Copied();
        using var taken = new TakenPorts();
        var (code, _, error) = await Run("start", "--distributed", "--data", data.Folder, "--port", $"{taken.First}");
        code.ShouldBe(1);
        var lines = Lines(error);
        lines.ShouldContain(Taken(taken.First, "leeds-police"));
        lines.ShouldContain(Taken(taken.Second, "leeds-social-care"));
        Directory.Exists(Path.Combine(data.Folder, "database")).ShouldBeFalse("it is said before servers are made and started");
    }

    [Theory]
    [InlineData("65530")]
    [InlineData("-1")]
    public async Task Ports_that_there_are_not_are_refused(string port)
    {
        var (code, _, error) = await Run("start", "--port", port);
        code.ShouldBe(2);
        error.ShouldContain("--port takes 0, or a number up to 65528.");
    }

    [Theory]
    [InlineData("--replicas and --set go with --distributed.", "--replicas", "2")]
    [InlineData("--replicas takes 1 to 8 processes: 2 for every agency, or leeds-social-care=2 for one.", "--distributed", "--replicas", "9")]
    [InlineData("--replicas names leeds-fire, and there is no such agency.", "--distributed", "--replicas", "leeds-fire=2")]
    [InlineData("--set takes Section:Name=value for every agency, or leeds-social-care:Section:Name=value for one.", "--distributed", "--set", "LookSeconds=1")]
    [InlineData("--port takes 0, or a number up to 65512 with so many replicas.", "--distributed", "--replicas", "3", "--port", "65513")]
    public async Task What_is_asked_of_a_distributed_network_and_cannot_be_is_said(string words, params string[] typed)
    {
        var (code, _, error) = await Run(["start", .. typed]);
        code.ShouldBe(2);
        error.ShouldContain(words);
    }

    [Fact]
    public async Task Start_prints_that_it_is_ready_who_is_where_and_what_to_try_and_ends_with_0_when_it_is_stopped()
    {
        using var data = await Networks.Copied();
        using var ended = new CancellationTokenSource();
        using var output = new UntilSaid(ended, "Ctrl-C stops it");
        using var error = new StringWriter();
        (await LocalHost.Run(["start", "--data", data.Folder, "--port", "0"], output, error, ended.Token)).ShouldBe(0);
        var said = output.ToString();
        said.ShouldContain("InfoSharing is ready");
        foreach (var agency in DevelopmentNetwork.Agencies) said.ShouldContain($"{agency.Id}  ");
        said.ShouldContain($"./infosharing send --as leeds-social-care tests/Samples/complete.json --data {data.Folder}");
        said.TrimEnd().ShouldEndWith("InfoSharing has stopped.");
    }

    [Fact]
    public async Task Each_agency_serves_and_says_of_delivery_whether_it_can_send()
    {
        using var data = await Networks.Copied();
        await using var network = await Start(data);
        using var channel = Channel(network, "leeds-police", null);
        var health = new Grpc.Health.V1.Health.HealthClient(channel);
        (await health.CheckAsync(new(), cancellationToken: Stop)).Status.ShouldBe(Serving.Serving);
        (await health.CheckAsync(new() { Service = "infosharing.v1.CaseExchange" }, cancellationToken: Stop)).Status.ShouldBe(Serving.Serving);
        (await health.CheckAsync(new() { Service = "infosharing.delivery" }, cancellationToken: Stop)).Status.ShouldBeOneOf(Serving.Serving, Serving.NotServing);
    }

    private static string[] Lines(string said) => said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Taken(int port, string agency) => $"Port {port}, for {agency}, is taken by another program: stop that one, or give another first port with --port.";

    private static Task<RunningNetwork> Start(Networks data, TextWriter? warnings = null) =>
        RunningNetwork.StartAsync(data.Folder, 0, new StandingClock(Networks.Made), new Progress<string>(), warnings ?? TextWriter.Null, Stop);

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (await LocalHost.Run(args, output, error, Stop), output.ToString(), error.ToString());
    }

    private static string TokenOf(RunningNetwork network, string agency) => File.ReadAllText(network.Network.TokenFileOf(agency)).Trim();

    private static GrpcChannel Channel(RunningNetwork network, string agency, string? token) => GrpcChannel.ForAddress(network.AddressOf(agency), new() { HttpHandler = new BearerHandler(token), DisposeHttpClient = true });

    private static async Task<StatusCode> List(RunningNetwork network, string agency, string? token)
    {
        using var channel = Channel(network, agency, token);
        try
        {
            await new CaseExchange.CaseExchangeClient(channel).ListAsync(new ListRequest(), cancellationToken: Stop);
            return StatusCode.OK;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }

    private sealed class UntilSaid(CancellationTokenSource ended, string words) : StringWriter
    {
        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            if (value?.Contains(words, StringComparison.Ordinal) == true) await ended.CancelAsync();
        }
    }
}
