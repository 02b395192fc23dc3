using InfoSharing.Tests.Component.Ledger;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Exchange;

/// <summary>Two services of one agency, whose ledger is a database.</summary>
public sealed class ReplicaTests
{
    [Fact]
    public async Task Whichever_service_is_asked_the_agency_answers_as_one()
    {
        var database = TestPostgres.NewDatabase();
        var settings = new Dictionary<string, string?> { ["Ledger:Engine"] = "postgres", ["Ledger:Connection"] = database.Connection, ["Ledger:PasswordFile"] = database.PasswordFile };
        await using (var one = await RunningExchange.Start(settings: settings))
        await using (var other = await RunningExchange.Start(settings: settings))
        {
            using var watching = other.Client.Watch(new(), cancellationToken: Stop);
            await watching.ResponseHeadersAsync;
            var transfer = InfoSharing.Tests.Samples.Complete();
            transfer.Copies.Clear();

            var first = await one.Client.SendAsync(new SendRequest { Transfer = transfer }, cancellationToken: Stop);
            first.OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
            (await other.Client.SendAsync(new SendRequest { Transfer = transfer }, cancellationToken: Stop)).ShouldBe(first);
            (await other.Client.ListAsync(new(), cancellationToken: Stop)).ToString().ShouldContain(transfer.Id);
            (await watching.ResponseStream.MoveNext(Stop)).ShouldBeTrue();
            watching.ResponseStream.Current.ToString().ShouldContain(transfer.Id);
            (await other.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
            foreach (var log in new[] { one.Logs, other.Logs }) log.Said.ShouldNotContain(await File.ReadAllTextAsync(database.PasswordFile, Stop));
        }
        database.Drop();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
