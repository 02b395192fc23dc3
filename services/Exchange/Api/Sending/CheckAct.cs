using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Documents.Going;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Exchange.Api.Sending;

/// <summary>Judges a transfer and stores nothing of it: no more than that somebody asked.</summary>
internal sealed class CheckAct(Judgements judgements, Holdings holdings, SendReads reads, DocumentsOfTransfer documents, ReadRecords records, TimeProvider clock)
{
    /// <summary>Judges it. A refusal is a report, with status OK.</summary>
    internal async Task<CheckReply> Run(CheckRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var transfer = Shapes.Readable(request.Transfer);
        var before = await reads.Of(transfer, null, cancellationToken);
        var judging = judgements.At(clock.GetUtcNow(), null) with { Holdings = await holdings.Of(transfer, before, cancellationToken), Documents = await documents.Settle(transfer, before.Documents, cancellationToken) };
        var report = RuleSets.Judge(transfer, judging);
        await records.Looked(caller, Act.Types.Kind.Check);
        return new() { Report = report };
    }
}
