using System.Threading.Channels;
using Google.Protobuf;
using Grpc.Core;
using InfoSharing.Directories;
using InfoSharing.Exchange.Answers.Timing;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.Exchange.Witnessing;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Audit;

/// <summary>
/// Reads the whole chain, and says how far it has got; then, where it is wanted, asks the partners what they have seen of it. A caller who reads slowly holds nothing up: they hear of fewer steps.
/// </summary>
internal sealed class VerifyAct(ILedger ledger, ReadRecords records, WitnessRound witnesses, DirectoryInForce directory, TimeProvider clock)
{
    private const uint LongestWait = 600;
    private const uint UsualWait = 30;

    internal async Task Run(VerifyRequest request, Caller caller, IServerStreamWriter<VerifyReply> replies, CancellationToken cancellationToken)
    {
        if (request.WaitSeconds > LongestWait) throw new FaultyRequestException([new("wait_seconds", $"Partners are waited for {LongestWait} seconds at the longest.")]);
        await records.Looked(caller, Act.Types.Kind.Verify);
        var links = (await ledger.HeadAsync(cancellationToken)).Position;
        var newest = Channel.CreateBounded<ulong>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAsync(newest.Writer, ended.Token);
        try
        {
            await foreach (var read in newest.Reader.ReadAllAsync(cancellationToken))
                await replies.WriteAsync(new() { Progress = new() { Read = read, Of = links } }, cancellationToken);
        }
        finally
        {
            if (!newest.Reader.Completion.IsCompleted) await ended.CancelAsync(); // nobody listens any more
        }
        await replies.WriteAsync(new() { Found = Found(await reading) }, cancellationToken);
        if (request.Witnesses) await AskAsync(TimeSpan.FromSeconds(request.WaitSeconds == 0 ? UsualWait : request.WaitSeconds), replies, cancellationToken);
    }

    private async Task AskAsync(TimeSpan wait, IServerStreamWriter<VerifyReply> replies, CancellationToken cancellationToken)
    {
        var heard = await witnesses.RunAsync(wait, (answered, of) => replies.WriteAsync(new() { Asked = new() { Answered = (uint)answered, Of = (uint)of } }, cancellationToken), cancellationToken);
        var ladder = new Ladder(agency => directory.Current?.Find(agency));
        foreach (var silent in heard.Witnesses.Where(one => one.Verdict == WitnessFound.Types.Verdict.Silent)) silent.Phone = ladder.PhoneOf(silent.Partner, clock.GetUtcNow());
        await replies.WriteAsync(new() { Heard = heard }, cancellationToken);
    }

    private async Task<ChainReport> ReadAsync(ChannelWriter<ulong> newest, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => ledger.VerifyAsync(new Steps(newest), cancellationToken), cancellationToken);
        }
        finally
        {
            newest.TryComplete();
        }
    }

    private static VerifyReply.Types.Found Found(ChainReport report) => new()
    {
        Holds = report.Holds,
        Links = report.Links,
        BrokenAt = report.BrokenAt ?? 0,
        Reason = report.Reason ?? "",
        Erased = report.Erased,
        Head = ByteString.CopyFrom(report.Head.Link),
    };

    private sealed class Steps(ChannelWriter<ulong> newest) : IProgress<ulong>
    {
        public void Report(ulong value) => newest.TryWrite(value);
    }
}
