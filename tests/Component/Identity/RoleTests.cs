using Google.Protobuf.Reflection;
using Grpc.Core;
using InfoSharing.Exchange.Identity;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Identity;

public class RoleTests
{
    private static readonly ServiceDescriptor[] Services = [ExchangeServiceReflection.Descriptor.Services[0], AuditServiceReflection.Descriptor.Services[0], RetentionServiceReflection.Descriptor.Services[0]];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> WhoLists() => new()
    {
        { Roles.System, true }, { Roles.Practitioner, true }, { Roles.Manager, true }, { Roles.Mash, true }, { Roles.Auditor, false }, { Roles.Governance, false }, { Roles.Operator, false },
    };

    public static TheoryData<string, bool> WhoVerifies() => new()
    {
        { Roles.System, true }, { Roles.Auditor, true }, { Roles.Manager, true }, { Roles.Operator, true }, { Roles.Practitioner, false }, { Roles.Mash, false },
    };

    [Theory]
    [MemberData(nameof(WhoLists))]
    public async Task A_role_calls_the_exchange_where_the_table_lets_it(string role, bool may)
    {
        await using var exchange = await Calls.Start();
        (await Calls.List(exchange, Calls.TokenOf(role))).StatusCode.ShouldBe(may ? StatusCode.OK : StatusCode.PermissionDenied);
    }

    [Theory]
    [MemberData(nameof(WhoVerifies))]
    public async Task A_role_verifies_the_ledger_where_the_table_lets_it(string role, bool may)
    {
        await using var exchange = await Calls.Start();
        using var verify = new LedgerAudit.LedgerAuditClient(exchange.ChannelWith(Calls.TokenOf(role))).Verify(new VerifyRequest(), cancellationToken: Stop);
        if (may) (await verify.ResponseStream.MoveNext(Stop)).ShouldBeTrue();
        else (await Should.ThrowAsync<RpcException>(async () => await verify.ResponseStream.MoveNext(Stop))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task A_role_that_may_not_is_told_which_roles_may()
    {
        await using var exchange = await Calls.Start();
        (await Calls.List(exchange, Calls.TokenOf(Roles.Operator))).Detail.ShouldBe(
            "The role operator may not call /infosharing.v1.CaseExchange/List; system, practitioner, manager, mash may. Ask this agency's operator for a token with one of these roles.");
    }

    [Fact]
    public void Every_method_of_the_contract_stands_in_the_table()
    {
        foreach (var service in Services)
            foreach (var method in service.Methods)
                MethodRoles.Of($"/{service.FullName}/{method.Name}").ShouldNotBeEmpty(method.FullName);
    }

    [Fact]
    public void An_operator_may_call_nothing_that_shows_a_case()
    {
        foreach (var service in Services)
            foreach (var method in service.Methods.Where(method => method.FullName is not ("infosharing.v1.LedgerAudit.Verify" or "infosharing.v1.CaseRetention.ListErased")))
                MethodRoles.Of($"/{service.FullName}/{method.Name}").ShouldNotContain(Roles.Operator);
    }

    [Fact]
    public void What_does_not_stand_in_the_table_is_open_to_nobody() => MethodRoles.Of("/infosharing.v1.CaseExchange/Unheard").ShouldBeEmpty();
}
