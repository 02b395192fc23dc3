using System.Buffers.Binary;
using System.Threading.Channels;
using InfoSharing.Directories;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Partners;

/// <summary>Keeps looking at the directory's file while the service runs, and keeps in the ledger the highest number that was in force.</summary>
internal sealed class DirectoryKeeper(
    DirectoryInForce inForce, IOptions<DirectoryOptions> options, DirectoryTrust trust, AgencyKeys us, ILedger ledger, TimeProvider clock, ILogger<DirectoryFile> fileLog, ILogger<DirectoryKeeper> log,
    ServedKind? serves = null) : BackgroundService
{
    /// <summary>The kind of the record; its detail is the number, 8 bytes, big-endian.</summary>
    internal const string Kind = "directory-in-force";

    private readonly Channel<ulong> _numbers = Channel.CreateUnbounded<ulong>();
    private DirectoryFile? _file;

    /// <summary>Reads the file before anything else of the service starts.</summary>
    /// <exception cref="CannotStartException">It is a development authority's, and this is no development; or the service is made for another kind of agency.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        inForce.Changed += (_, _) =>
        {
            _numbers.Writer.TryWrite(inForce.Current!.Number);
            SignedSettings.Check(inForce.Current, log);
        };
        _file = new(options.Value.File, inForce, TimeSpan.FromSeconds(options.Value.LookSeconds), clock, fileLog);
        if (inForce.Current is null && IsDevelopments()) throw new CannotStartException($"{options.Value.File}: {inForce.Fault}");
        if (inForce.Current is { } directory)
        {
            if (directory.Find(us.Agency) is { } entry) serves?.Check(entry.Id, entry.Kind);
            else PartnersLog.NotInDirectory(log, us.Agency, directory.Number);
        }
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _file?.Dispose();
        _numbers.Writer.TryComplete(); // what is queued is recorded yet
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _file?.Dispose();
        base.Dispose();
    }

    /// <summary>The highest number that a ledger has on record; 0 where it has none.</summary>
    internal static ulong HighestSeen(ILedger ledger) =>
        ledger.LastOfHouseAsync(Kind, CancellationToken.None).GetAwaiter().GetResult()?.Detail.Open() is { } number ? BinaryPrimitives.ReadUInt64BigEndian(number) : 0;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var highest = trust.HighestSeen;
        await foreach (var number in _numbers.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (number <= highest) continue;
            var detail = new byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64BigEndian(detail, number);
            try
            {
                await ledger.AppendAsync(new() { Rows = new() { Audits = [new(null, 0, Kind, detail)] } }, CancellationToken.None);
                highest = number;
            }
            catch (LedgerUnavailableException) // it is in force all the same: without a directory no alert goes. The next number is recorded again
            {
                PartnersLog.NotRecorded(log, number);
            }
        }
    }

    // Read once more as Development would, to tell this from any other fault, on which the service starts and holds what it is given.
    private bool IsDevelopments() =>
        !trust.AllowsDevelopment && File.Exists(options.Value.File)
        && SignedDirectory.Read(File.ReadAllBytes(options.Value.File), trust with { AllowsDevelopment = true }, clock.GetUtcNow()).Directory is { IsDevelopment: true };
}
