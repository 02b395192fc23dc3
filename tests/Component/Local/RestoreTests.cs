using Grpc.Core;
using Grpc.Net.Client;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Local;
using InfoSharing.Local.Running;
using InfoSharing.Tests.Component.Development;
using InfoSharing.Tests.Component.Exchange;
using InfoSharing.V1;
using Microsoft.Extensions.Configuration;
using Answer = InfoSharing.V1.FlowReply.Types.ChildNow.Types.Answer;
using Reads = InfoSharing.V1.FlowReply.Types.ChildNow.Types.Reads;

namespace InfoSharing.Tests.Component.Local;

/// <summary>The whole network, of which two agencies lose their ledgers and bring them back from copies.</summary>
public class RestoreTests
{
    private const string Leeds = "leeds-social-care";
    private const string Sandwell = "sandwell-social-care";

    private readonly TimeProvider _clock = new SinceMade();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_acceptance_that_the_receivers_ledger_lost_comes_back_and_at_no_time_does_nobody_hold_the_child()
    {
        using var data = await Networks.Copied();
        var transfer = Samples.Complete();
        transfer.Id = Guid.CreateVersion7(_clock.GetUtcNow()).ToString("D");
        transfer.Copies.Clear();
        string ofLeeds, ofSandwell;
        await using (var network = await Start(data))
        {
            ofLeeds = await Backup(network, data, Leeds);
            var sent = await Cases(network, Leeds).SendAsync(new() { Transfer = transfer }, cancellationToken: Stop);
            sent.OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent, sent.Report?.ToString());
            await Until(async () => await Child(network, Sandwell, transfer.Id) is not null);
            ofSandwell = await Backup(network, data, Sandwell);
            await Cases(network, Sandwell).RespondAsync(new() { TransferId = transfer.Id, Accepted = new() { SawVersion = 1, Children = { "P2" } } }, cancellationToken: Stop);
            await Until(async () => (await Child(network, Leeds, transfer.Id))?.Reads == Reads.Theirs);
        }

        (await Restore(data, Sandwell, ofSandwell)).ShouldContain("position");
        await using (var network = await Start(data))
        {
            // From its first breath on it says that it holds the child, certain or not; and Leeds, which has the acceptance, says so too.
            (await Child(network, Sandwell, transfer.Id)).ShouldNotBeNull().Holder.ShouldBe(Sandwell);
            await Until(async () => await Child(network, Sandwell, transfer.Id) is var child && child!.Holder == Sandwell && child.Reads == Reads.Ours && child.Answer == Answer.Accepted);
            (await Child(network, Leeds, transfer.Id)).ShouldNotBeNull().Holder.ShouldBe(Sandwell);
        }

        // The sender loses all of it: its transfer is given back, and then the acceptance comes again.
        await Restore(data, Leeds, ofLeeds);
        await using (var network = await Start(data))
        {
            await Until(async () => (await Child(network, Leeds, transfer.Id))?.Reads == Reads.Theirs);
            (await Child(network, Leeds, transfer.Id)).ShouldNotBeNull().Holder.ShouldBe(Sandwell);
            // The caller, whose answer was lost too, asks again and is told the same.
            var again = await Cases(network, Leeds).SendAsync(new() { Transfer = transfer }, cancellationToken: Stop);
            again.Sent.TransferId.ShouldBe(transfer.Id);
            foreach (var agency in new[] { Leeds, Sandwell })
            {
                await Until(async () => (await Cases(network, agency).FlowAsync(new() { TransferId = transfer.Id }, cancellationToken: Stop)).Children.All(child => child.Holder == (child.Child == "P2" ? Sandwell : Leeds)));
                using var verify = new LedgerAudit.LedgerAuditClient(Channel(network, agency)).Verify(new(), cancellationToken: Stop);
                VerifyReply? last = null;
                await foreach (var reply in verify.ResponseStream.ReadAllAsync(Stop)) last = reply;
                last!.Found.Holds.ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task A_copy_is_not_brought_back_into_a_network_that_runs_nor_over_a_ledger_unasked()
    {
        using var data = await Networks.Copied();
        string copy;
        await using (var network = await Start(data))
        {
            copy = await Backup(network, data, Leeds);
            (await Should.ThrowAsync<LedgerStartException>(() => Restore(data, Leeds, copy))).Message.ShouldContain("stop that one");
        }
        (await Should.ThrowAsync<CannotStartException>(() => Restore(data, Leeds, copy, replace: false))).Message.ShouldContain("--replace");
        (await Should.ThrowAsync<CannotStartException>(() => Restore(data, Sandwell, copy))).Message.ShouldContain("leeds-social-care's ledger");
        using var error = new StringWriter();
        (await LocalHost.Run(["restore", "--as", "no-such-agency", "--from", copy], TextWriter.Null, error, Stop)).ShouldBe(2);
        error.ToString().ShouldContain("There is no agency");
    }

    private Task<RunningNetwork> Start(Networks data) => RunningNetwork.StartAsync(data.Folder, 0, _clock, new Progress<string>(), TextWriter.Null, Stop);

    private static async Task<string> Backup(RunningNetwork network, Networks data, string agency)
    {
        var token = await File.ReadAllTextAsync(Path.Combine(data.Folder, agency, "first-operator.token"), Stop);
        using var channel = GrpcChannel.ForAddress(network.AddressOf(agency), new() { HttpHandler = new BearerHandler(token.Trim()) });
        using var call = new Operations.OperationsClient(channel).Backup(new(), cancellationToken: Stop);
        BackupReply? last = null;
        await foreach (var reply in call.ResponseStream.ReadAllAsync(Stop)) last = reply;
        return last!.Folder;
    }

    private async Task<string> Restore(Networks data, string agency, string copy, bool replace = true)
    {
        using var output = new StringWriter();
        var network = await data.Open(_clock.GetUtcNow());
        var settings = new ConfigurationBuilder().AddInMemoryCollection(network.SettingsOf(agency)).Build();
        (await new AgencyRestore(settings, output, _clock).RunAsync(copy, replace, null, null, Stop)).ShouldBe(0);
        return output.ToString();
    }

    private static GrpcChannel Channel(RunningNetwork network, string agency) =>
        GrpcChannel.ForAddress(network.AddressOf(agency), new() { HttpHandler = new BearerHandler(File.ReadAllText(network.Network.TokenFileOf(agency)).Trim()) });

    private static CaseExchange.CaseExchangeClient Cases(RunningNetwork network, string agency) => new(Channel(network, agency));

    private static async Task<FlowReply.Types.ChildNow?> Child(RunningNetwork network, string agency, string transfer)
    {
        try
        {
            return (await Cases(network, agency).FlowAsync(new() { TransferId = transfer }, cancellationToken: Stop)).Children.SingleOrDefault(child => child.Child == "P2");
        }
        catch (RpcException notYet) when (notYet.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var looks = 0; !await holds(); looks++)
        {
            looks.ShouldBeLessThan(600, "it comes in time");
            await Task.Delay(100, Stop);
        }
    }

    // Time that goes on from when the samples were judged.
    private sealed class SinceMade : TimeProvider
    {
        private readonly long _began = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => Networks.Made + System.GetElapsedTime(_began);
    }
}
