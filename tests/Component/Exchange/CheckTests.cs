using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using InfoSharing.Exchange.Development;
using InfoSharing.V1;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Tests.Component.Exchange;

public class CheckTests
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("INFOSHARING_ROUNDS"), CultureInfo.InvariantCulture, out var asked) ? asked : 2000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_says_of_each_golden_case_what_the_rules_say()
    {
        await using var exchange = await RunningExchange.Start();
        foreach (var golden in GoldenCases.All)
        {
            var reply = await exchange.Client.CheckAsync(new CheckRequest { Transfer = golden.Make() }, cancellationToken: Stop);
            var offline = RuleSets.Newest.Judge(golden.Make(), new() { At = InfoSharing.Tests.Samples.JudgedOn, Agencies = new InTheDirectory() });
            offline.CannotTell.Clear(); // a service has the ledger and the directory
            reply.Report.ShouldBe(offline, golden.Id);
        }
    }

    [Fact]
    public async Task No_log_and_no_error_of_a_case_holds_a_name_a_date_an_identifier_or_a_phrase_of_it()
    {
        await using var exchange = await RunningExchange.Start();
        foreach (var golden in GoldenCases.All)
        {
            var broken = golden.Make();
            var secrets = Secrets.Of(broken);
            await exchange.Client.CheckAsync(new CheckRequest { Transfer = broken }, cancellationToken: Stop);
            // What belongs elsewhere stands where a form is asked: a name for a day, a number for a reference.
            foreach (var person in broken.Persons) person.DateOfBirth = person.Names.Count > 0 ? person.Names[0].Given : "Ottoline";
            broken.Id = secrets[0];
            var said = exchange.Logs.Said;
            said.ShouldNotBeEmpty();
            if (broken.Kind is not (Transfer.Types.Kind.Notification or Transfer.Types.Kind.MissingFamilyAlert))
            {
                var fault = await Should.ThrowAsync<RpcException>(async () => await exchange.Client.CheckAsync(new CheckRequest { Transfer = broken }, cancellationToken: Stop));
                fault.StatusCode.ShouldBe(StatusCode.InvalidArgument);
                said += fault.Status.Detail + fault.GetRpcStatus();
            }
            foreach (var secret in secrets) said.ShouldNotContain(secret, Shouldly.Case.Sensitive, golden.Id);
        }
    }

    [Fact]
    public async Task A_request_without_a_transfer_says_what_is_needed()
    {
        await using var exchange = await RunningExchange.Start();
        var fault = await Should.ThrowAsync<RpcException>(async () => await exchange.Client.CheckAsync(new CheckRequest(), cancellationToken: Stop));
        fault.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        fault.GetRpcStatus()!.Details.ShouldHaveSingleItem().Unpack<Google.Rpc.BadRequest>().FieldViolations.Select(one => one.Field).ShouldContain("kind");
    }

    [Fact]
    public async Task A_transfer_over_ten_MiB_is_RESOURCE_EXHAUSTED()
    {
        await using var exchange = await RunningExchange.Start();
        var transfer = InfoSharing.Tests.Samples.Complete();
        for (var i = 0; i < 110; i++) transfer.Claims.Add(new Claim { Item = new() { Id = $"CX{i}" }, Text = new() { Text_ = new string('a', 100_000) } });
        var fault = await Should.ThrowAsync<RpcException>(async () => await exchange.Client.CheckAsync(new CheckRequest { Transfer = transfer }, cancellationToken: Stop));
        fault.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    [Trait("Rounds", "many")]
    public async Task Mutations_of_a_transfer_never_give_INTERNAL()
    {
        await using var exchange = await RunningExchange.Start();
        var random = new Random(20261102);
        var bytes = GoldenCases.Get("8").Make().ToByteArray();
        var judged = 0;
        for (var round = 0; round < Rounds; round++)
        {
            if (Mutated(bytes, random) is not { } transfer) continue; // no message at all: the runtime's to answer, before us
            try
            {
                await exchange.Client.CheckAsync(new CheckRequest { Transfer = transfer }, cancellationToken: Stop);
                judged++;
            }
            catch (RpcException fault)
            {
                fault.StatusCode.ShouldBe(StatusCode.InvalidArgument, $"round {round}");
            }
        }
        judged.ShouldBeGreaterThan(Rounds / 50);
    }

    private sealed class InTheDirectory : InfoSharing.Validator.Judging.IAgencies
    {
        public bool Has(string agency) => DevelopmentNetwork.Agencies.Any(one => one.Id == agency);
    }

    private static Transfer? Mutated(byte[] bytes, Random random)
    {
        var changed = (byte[])bytes.Clone();
        for (var i = random.Next(1, 4); i > 0; i--) changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
        try
        {
            return Transfer.Parser.ParseFrom(changed);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
