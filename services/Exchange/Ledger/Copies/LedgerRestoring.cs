using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Ledger.Chain;
using InfoSharing.Exchange.Ledger.Engines.Postgres;
using InfoSharing.Exchange.Ledger.Engines.Sqlite;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Migrations;
using InfoSharing.Exchange.Ledger.Restoring;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Ledger.Copies;

/// <summary>
/// Brings a ledger back from a copy, while no process has it: 1. the copy is the agency's own, whole, and not newer than this program; 2. nothing that is there gives way unasked;
/// 3. it is put up beside its place and opened with the storage key; 4. its whole chain is read, and ends where the copy says; 5. cases erased since are erased again, and that it was
/// restored is written; 6. it takes its place. At the next start the agency asks its partners what it lacks.
/// </summary>
internal sealed class LedgerRestoring(LedgerOptions options, TimeProvider clock, ILogger<AgencyLedger> log)
{
    /// <summary>Does it.</summary>
    /// <param name="order">What is to be brought back.</param>
    /// <param name="progress">Lines for the operator, as it goes on.</param>
    /// <param name="cancellationToken">Ends it; what is there stays.</param>
    /// <exception cref="CopyException">It was refused; nothing was changed.</exception>
    /// <exception cref="LedgerStartException">The copy cannot be opened, or the place is in use.</exception>
    internal async Task<RestoreOutcome> RunAsync(RestoreOrder order, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        // 1
        var manifest = CopyManifest.Read(order.Folder, options.Agency, order.Signing);
        var migrations = Migration.Of(options.Engine == LedgerOptions.Postgres ? "Postgres" : "Sqlite");
        if (manifest.Engine != options.Engine) throw new CopyException($"The copy in {order.Folder} is of a ledger on {manifest.Engine}, and Ledger:Engine is {options.Engine}: restore it on {manifest.Engine}.");
        if (manifest.Migration > migrations.Count) throw new CopyException($"The copy in {order.Folder} is newer than this program (it has migration {manifest.Migration}, the program ends at {migrations.Count}): restore it with the newer program, {manifest.Program} or later.");
        var content = Path.Combine(order.Folder, CopyManifest.Content);
        progress?.Report($"Reading the copy of {manifest.CopiedAt:u}: {manifest.Bytes:N0} bytes …");
        if (new FileInfo(content).Length != manifest.Bytes || await LedgerCopies.DigestAsync(content, cancellationToken) != manifest.Sha256)
            throw new CopyException($"{content} is damaged: its bytes are not those that were signed. Take another copy.");
        // 2
        using var place = PlaceOf(migrations);
        if (place.IsTaken && !order.Replace) throw new CopyException($"A ledger is there already, in {place.Where}: nothing was done. With --replace it is set aside, not deleted, and the copy takes its place.");
        var erased = order.Erased.Concat(place.IsTaken ? place.ErasedAfter(manifest.CopiedAt) : []).Distinct().ToList();
        // 3
        progress?.Report("Putting it up beside its place …");
        await place.PutUpAsync(content, manifest, cancellationToken);
        var (report, again) = await VerifyAsync(place, manifest, order, erased, progress, cancellationToken);
        // 6
        return new(manifest, report.Links, place.TakePlace(clock.GetUtcNow()), again);
    }

    private async Task<(ChainReport Report, int Again)> VerifyAsync(ICopyPlace place, CopyManifest manifest, RestoreOrder order, List<Guid> erased, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        using var ledger = new AgencyLedger(options, place.Open(), clock, log);
        // 4
        progress?.Report($"Reading its chain: {manifest.Position:N0} links …");
        var report = await ledger.VerifyAsync(new Steps(progress, manifest.Position), cancellationToken);
        if (!report.Holds) throw new CopyException($"The copy's chain does not hold: link {report.BrokenAt} ({report.Reason}). Take another copy, and tell your auditor: the ledger was damaged when this one was made.");
        if (report.Head.Position != manifest.Position || Convert.ToHexStringLower(report.Head.Link) != manifest.Head) throw new CopyException("The copy's chain does not end where its manifest says. Take another copy.");
        // 5
        var again = 0;
        foreach (var caseId in erased)
        {
            var result = await ledger.AppendAsync(new() { Rows = new() { Erase = caseId } }, cancellationToken);
            if (result.Outcome == AppendOutcome.Stored) again++;
        }
        var restored = new V1.Restored
        {
            Position = manifest.Position, Head = ByteString.CopyFrom(Convert.FromHexString(manifest.Head)), CopiedAt = Timestamp.FromDateTimeOffset(manifest.CopiedAt.ToUniversalTime()),
            RestoredAt = Timestamp.FromDateTimeOffset(clock.GetUtcNow()), By = order.By,
        };
        await ledger.AppendAsync(RestoredRecord.Of(restored), cancellationToken);
        return (await ledger.VerifyAsync(null, cancellationToken), again);
    }

    private ICopyPlace PlaceOf(IReadOnlyList<Migration> migrations) => options.Engine == LedgerOptions.Postgres
        ? new PostgresPlace(options, migrations, clock, log)
        : new SqlitePlace(options.Folder, migrations, clock, log);

    private sealed class Steps(IProgress<string>? progress, ulong of) : IProgress<ulong>
    {
        private ulong _next = 100_000;

        public void Report(ulong value)
        {
            if (value < _next) return;
            _next = value + 100_000;
            progress?.Report($"  {value:N0} of {of:N0} links");
        }
    }
}
