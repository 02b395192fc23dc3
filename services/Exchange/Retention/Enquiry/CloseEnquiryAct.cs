using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Api;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using Basis = InfoSharing.V1.DestructionCertificate.Types.Basis;

namespace InfoSharing.Exchange.Retention.Enquiry;

/// <summary>
/// The breach is assessed and the enquiry closed. At the wrong receiver the key is destroyed in the same transaction, and the certificate goes to the sender;
/// at the sender the case is its own again.
/// </summary>
internal sealed class CloseEnquiryAct(AgencyKeys us, CustodyDesk desk, Certificates certificates)
{
    internal async Task<CloseEnquiryReply> Run(CloseEnquiryRequest request, Caller caller, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var transferId = Shapes.Id(request.TransferId);
        var (by, assessment) = (Persons.Of(request.By, caller), Persons.Words(request.Assessment));
        var reply = new CloseEnquiryReply();
        await desk.Decide(transferId, at =>
        {
            if (at.Custody.Breach is null) return (Nos.NotMisdirected, null);
            if (at.Custody.Closed is { } closed)
            {
                (reply.At, reply.Certificate) = (closed.Act.At, at.Custody.Certificate);
                return (null, null);
            }
            reply.At = Timestamp.FromDateTimeOffset(at.Now);
            var record = new CustodyRecord { Act = ActRecords.ActOf(caller, Act.Types.Kind.CloseEnquiry, at.Now, assessment), By = by };
            var rows = CustodyDesk.Rows(transferId, record, EventKinds.EnquiryClosed);
            if (at.State.Side == Side.Sender || at.IsErased) return (null, rows);
            if (at.InTheWay() is { } no) return (no, null);
            reply.Certificate = certificates.Make(at.View, transferId, Basis.Misdirected, by);
            return (null, Destroying(at, transferId, rows, caller, by, reply.Certificate));
        });
        return reply;
    }

    private LedgerRows Destroying(AtDesk at, Guid transferId, LedgerRows rows, Caller caller, Who by, DestructionCertificate certificate)
    {
        var message = Messages.New(us.Agency, at.State.Sender, transferId, at.State.NewestStored, at.Now);
        message.Misdirected = new() { By = by, At = at.Custody.Breach!.AwareAt, Certificate = certificate };
        return rows with
        {
            Audits = [.. rows.Audits, CustodyRecords.Row(transferId, new() { Act = ActRecords.ActOf(caller, Act.Types.Kind.Erase, at.Now), By = by, Certificate = certificate, Basis = certificate.Basis })],
            Outgoing = [Messages.Outgoing(message)],
            Erase = transferId,
        };
    }
}
