using System.Threading.Channels;
using Google.Protobuf;
using Grpc.Core;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Copies;
using InfoSharing.V1;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Operating;

/// <summary>Copies the ledger to the service's own disk: an operator has it made and is told where it is, and it never travels through them.</summary>
internal sealed class BackupAct(LedgerCopies copies, ReadRecords records, IOptions<OperatingOptions> options, IOptions<LedgerOptions> ledger)
{
    /// <summary>Does it.</summary>
    /// <exception cref="CopyException">No folder is set, or it cannot be written.</exception>
    internal async Task Run(Caller caller, IServerStreamWriter<BackupReply> replies, CancellationToken cancellationToken)
    {
        var under = options.Value.BackupFolder.Length > 0 ? options.Value.BackupFolder
            : ledger.Value.Engine == LedgerOptions.Sqlite ? Path.Combine(ledger.Value.Folder, "..", "backups")
            : throw new CopyException("Operating:BackupFolder is blank: name a folder on the service's host, on another disk than the database's, and start the service again.");
        await records.Looked(caller, Act.Types.Kind.Backup);
        var newest = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var making = MakeAsync(under, newest.Writer, cancellationToken);
        await foreach (var bytes in newest.Reader.ReadAllAsync(cancellationToken)) await replies.WriteAsync(new() { Bytes = (ulong)bytes }, cancellationToken);
        var (folder, manifest) = await making;
        await replies.WriteAsync(new() { Bytes = (ulong)manifest.Bytes, Folder = folder, Position = manifest.Position, Head = ByteString.CopyFrom(Convert.FromHexString(manifest.Head)) }, cancellationToken);
    }

    private async Task<(string Folder, CopyManifest Manifest)> MakeAsync(string under, ChannelWriter<long> newest, CancellationToken cancellationToken)
    {
        try
        {
            return await copies.MakeAsync(under, new Steps(newest), cancellationToken);
        }
        finally
        {
            newest.TryComplete();
        }
    }

    private sealed class Steps(ChannelWriter<long> newest) : IProgress<long>
    {
        public void Report(long value) => newest.TryWrite(value);
    }
}
