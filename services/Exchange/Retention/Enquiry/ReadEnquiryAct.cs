using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Api;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Reading;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Retention.Enquiry;

/// <summary>What went to the wrong place is read, for the enquiry alone. That it was read is recorded before it is shown.</summary>
internal sealed class ReadEnquiryAct(ILedger ledger, AgencyKeys us, CustodyDesk desk)
{
    internal async Task<ReadEnquiryReply> Run(ReadEnquiryRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var transferId = Shapes.Id(request.TransferId);
        CustodyRecord? open = null;
        await desk.Decide(transferId, at =>
        {
            open = at.Custody.EnquiryOf(caller.Name, at.Now);
            return open is null || at.IsErased
                ? (at.Custody.Breach is null ? Nos.NotMisdirected : at.Custody.Closed is not null ? Nos.EnquiryClosed : Nos.NoEnquiry, null)
                : (null, CustodyDesk.Rows(transferId, new() { Act = ActRecords.ActOf(caller, Act.Types.Kind.ReadEnquiry, at.Now), By = open.By }, kind: null));
        });
        var stored = await ledger.OpenAsync(transferId, request.Version, null, cancellationToken) ?? throw new NotHereException("version");
        return new() { Case = GetAct.Shown(stored, await ledger.MessagesAsync(transferId, cancellationToken), us.Agency), Until = open!.Until };
    }
}
