using System.Text.Json;

namespace InfoSharing.Tests.Interop.Services;

/// <summary>npm @grpc/grpc-js, straight from our protos, against a real service.</summary>
public class GrpcJsTests
{
    [Fact]
    public async Task A_report_of_two_hundred_findings_arrives_whole()
    {
        await using var exchange = await RunningExchange.Start();
        var reply = (await Call("check.mjs", exchange.Address, "200")).GetProperty("reply").GetProperty("report");
        reply.GetProperty("handover").GetString().ShouldBe("REFUSED");
        var unsigned = reply.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("rule_id").GetString() == "IS-103").ToList();
        unsigned.Count.ShouldBe(200);
        unsigned.Select(finding => finding.GetProperty("field").GetString()).Distinct().Count().ShouldBe(200);
    }

    [Fact]
    public async Task What_is_no_transfer_is_INVALID_ARGUMENT_with_every_fault_that_fits_in_five_KiB()
    {
        await using var exchange = await RunningExchange.Start();
        var answer = await Call("not-a-transfer.mjs", exchange.Address);
        answer.GetProperty("code").GetInt32().ShouldBe(3);
        var status = Google.Rpc.Status.Parser.ParseFrom(answer.GetProperty("details").GetBytesFromBase64());
        status.CalculateSize().ShouldBeLessThanOrEqualTo(5 * 1024);
        var faults = status.Details.ShouldHaveSingleItem().Unpack<Google.Rpc.BadRequest>().FieldViolations;
        faults.ShouldContain(fault => fault.Field == "id");
        faults.ShouldContain(fault => fault.Field == "persons[P0].date_of_birth");
        status.ToString().ShouldNotContain("third of May");
    }

    [Fact]
    public async Task A_deadline_that_has_passed_is_DEADLINE_EXCEEDED()
    {
        await using var exchange = await RunningExchange.Start();
        (await Call("check.mjs", exchange.Address, "1", "-1")).GetProperty("code").GetInt32().ShouldBe(4);
    }

    private static async Task<JsonElement> Call(string script, params string[] arguments)
    {
        var (exitCode, output, errors) = await Peers.Node(script, arguments);
        exitCode.ShouldBe(0, errors);
        return JsonDocument.Parse(output).RootElement.Clone();
    }
}
