using Google.Protobuf;
using InfoSharing.Directories;
using InfoSharing.Exchange.Api;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Retention.Schedule;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Retention.Enquiry;

/// <summary>The breach, what was done about the keeping of a case, and the certificates of either side with what verifies them alone.</summary>
internal sealed class CustodyAct(ILedger ledger, DirectoryInForce directory, ReadRecords records, TimeProvider clock)
{
    internal async Task<GetCustodyReply> Run(GetCustodyRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var transferId = Shapes.Id(request.TransferId);
        var events = await ledger.EventsAsync(transferId, cancellationToken);
        if (events.Count == 0) throw new NotHereException("transfer");
        await records.Looked(caller, Act.Types.Kind.View, transferId, outlivesCase: true);
        var done = CustodyRecords.In(await ledger.AuditAsync(transferId, cancellationToken));
        return new()
        {
            Breach = Custody.Of(done, caller.Agency, clock.GetUtcNow(), TimeSpan.Zero).Breach,
            Records = { done },
            Certificates = { done.Select(one => one.Certificate).OfType<DestructionCertificate>().Select(Proven) },
            Erased = events.Any(one => one.Kind == EventKinds.Erased),
        };
    }

    private GetCustodyReply.Types.Proven Proven(DestructionCertificate certificate) => new()
    {
        Certificate = certificate,
        Signed = ByteString.CopyFrom(Certificates.Signed(certificate)),
        Certificates = { (directory.Current?.SigningOf(certificate.Agency, certificate.DestroyedAt.ToDateTimeOffset()) ?? []).Select(one => ByteString.CopyFrom(one.RawData)) },
    };
}
