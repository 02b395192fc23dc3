using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Api.Reading;

/// <summary>The report of a send or a refusal, as it was given then; of a transfer that came, what our own rules said.</summary>
internal sealed class ReportAct(ILedger ledger, ContentLock locks, ReadRecords records)
{
    /// <summary>Gives it.</summary>
    internal async Task<GetReportReply> Run(GetReportRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var id = Shapes.Id(request.Id, "transfer or refusal");
        var stored = await ledger.OpenRefusalAsync(id, cancellationToken) ?? await ledger.OpenAsync(id, request.Version, null, cancellationToken) ?? throw new NotHereException("transfer or refusal");
        await locks.Demand(stored.TransferId, cancellationToken);
        await records.Looked(caller, Act.Types.Kind.View, stored.TransferId, stored.Version);
        return stored.Report.Open() is { Length: > 0 } report ? new() { Report = Report.Parser.ParseFrom(report) } : throw new NotHereException("report");
    }
}
