using Grpc.Core;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Tests.Component.Directories;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Identity;

public class RecordTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_turned_away_for_want_of_a_role_is_recorded_with_what_they_asked_for()
    {
        await using var exchange = await Calls.Start();
        (await Calls.List(exchange, Calls.TokenOf(Roles.Operator))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        var act = await Last(exchange.Ledger, "turned-away");
        act.Kind.ShouldBe(Act.Types.Kind.TurnedAway);
        (act.Actor, act.Role, act.Agency).ShouldBe(("a operator", "operator", "leeds-social-care"));
        act.Reason.Text_.ShouldBe("/infosharing.v1.CaseExchange/List");
        act.At.ToDateTimeOffset().ShouldBe(Calls.Now);
    }

    [Fact]
    public async Task Calls_without_an_identity_are_one_row_a_minute_however_many_they_are()
    {
        var clock = new ManualClock(Calls.Now);
        await using var exchange = await Calls.Start(clock);
        for (var call = 0; call < 5; call++) await Calls.List(exchange, null);
        await Calls.List(exchange, "a-token-of-nobodys");
        var before = await exchange.Ledger.HeadAsync(Stop);
        var written = exchange.Ledger.Commits.Next;
        clock.Move(TimeSpan.FromMinutes(1));
        await written.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        (await Last(exchange.Ledger, "unproven")).Reason.Text_.ShouldBe($"6 calls without a proven identity since {Calls.Now:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        (await exchange.Ledger.HeadAsync(Stop)).Position.ShouldBe(before.Position + 1);
    }

    [Fact]
    public async Task What_was_counted_when_the_service_stops_is_recorded()
    {
        await using var exchange = await Calls.Start();
        await Calls.List(exchange, null);
        await exchange.Stop();
        (await Last(exchange.Ledger, "unproven")).Reason.Text_.ShouldStartWith("1 calls");
    }

    [Fact]
    public async Task A_caller_who_is_let_in_is_known_to_the_act_by_name_role_and_agency()
    {
        await using var exchange = await Calls.Start();
        await Calls.List(exchange, Calls.TokenOf(Roles.Manager));
        var act = await Last(exchange.Ledger, "list");
        (act.Actor, act.Role, act.Agency).ShouldBe(("a manager", "manager", "leeds-social-care"));
    }

    private static async Task<Act> Last(ILedger ledger, string kind) => Act.Parser.ParseFrom((await ledger.LastOfHouseAsync(kind, Stop))!.Detail.Open());
}
