using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Identity;

/// <summary>Counts calls without a proven identity, and records them as one row a minute: a flood of them fills no ledger.</summary>
internal sealed class UnprovenAttempts(ILedger ledger, AgencyKeys us, TimeProvider clock, ILogger<UnprovenAttempts> log) : BackgroundService
{
    /// <summary>The kind of such a record.</summary>
    internal const string Kind = "unproven";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private long _count;
    private DateTimeOffset _since = clock.GetUtcNow();

    /// <summary>Counts one.</summary>
    internal void Count() => Interlocked.Increment(ref _count);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await RecordAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minutes = new PeriodicTimer(Minute, clock);
        try
        {
            while (await minutes.WaitForNextTickAsync(stoppingToken)) await RecordAsync();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) // the service stops; the rest is recorded by StopAsync
        {
        }
    }

    private async Task RecordAsync()
    {
        var (count, since, now) = (Interlocked.Exchange(ref _count, 0), _since, clock.GetUtcNow());
        _since = now;
        if (count == 0) return;
        try
        {
            await ledger.AppendAsync(new() { Rows = new() { Audits = [new(null, 0, Kind, Detail(count, since, now))] } }, CancellationToken.None);
            IdentityLog.Unproven(log, count);
        }
        catch (LedgerUnavailableException) // they are not forgotten: the next minute's row counts them too
        {
            Interlocked.Add(ref _count, count);
            _since = since;
            IdentityLog.UnprovenNotRecorded(log, count);
        }
    }

    private byte[] Detail(long count, DateTimeOffset since, DateTimeOffset now) => new Act
    {
        Kind = Act.Types.Kind.TurnedAway,
        Agency = us.Agency,
        At = Timestamp.FromDateTimeOffset(now),
        Reason = new() { Text_ = $"{count} calls without a proven identity since {since:yyyy-MM-dd'T'HH:mm:ss'Z'}" },
    }.ToByteArray();
}
