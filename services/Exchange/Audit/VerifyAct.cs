using System.Threading.Channels;
using Google.Protobuf;
using Grpc.Core;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Audit;

/// <summary>Reads the whole chain, and says how far it has got. A caller who reads slowly holds nothing up: they hear of fewer steps.</summary>
internal sealed class VerifyAct(ILedger ledger, ReadRecords records)
{
    internal async Task Run(Caller caller, IServerStreamWriter<VerifyReply> replies, CancellationToken cancellationToken)
    {
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
