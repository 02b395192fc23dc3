using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Parcels.Receipts;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Audit;

/// <summary>Gives what proves one receipt, and where the message came from another also that message, without this ledger.</summary>
internal sealed class ProveAct(ILedger ledger, IPartnerKeys partners, ContentLock locks, ReadRecords records)
{
    internal async Task<ProveReply> Run(ProveRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(request.MessageId, out var id) || await ledger.MessageAsync(id, cancellationToken) is not { } message) throw new NotHereException("message");
        if (await ledger.ReceiptAsync(id, given: !message.Outgoing, cancellationToken) is not { } bytes) throw new NotHereException("receipt for a message");
        await locks.Demand(message.TransferId, cancellationToken);
        await records.Looked(caller, Act.Types.Kind.Prove, message.TransferId, message.Version);
        if (message.Body.Open() is not { } body) throw new NotHereException("message");
        var receipt = Receipt.Parser.ParseFrom(bytes);
        return new()
        {
            Receipt = new()
            {
                Message = ByteString.CopyFrom(body),
                Receipt = receipt,
                Signed = ByteString.CopyFrom(ReceiptSigner.Content(receipt)),
                Certificates = { Der(partners.SigningOf(receipt.Recipient, receipt.StoredAt.ToDateTimeOffset())) },
            },
            Message = await OfMessage(message, receipt, cancellationToken),
        };
    }

    private async Task<ProofOfMessage?> OfMessage(StoredMessage message, Receipt receipt, CancellationToken cancellationToken)
    {
        if (message.Outgoing || (await ledger.ProofAsync(message.Id, cancellationToken))?.Open() is not { } kept) return null;
        var proof = ProofOfMessage.Parser.ParseFrom(kept);
        proof.Certificates.AddRange(Der(partners.SigningOf(message.Partner, (receipt.ParcelMadeAt ?? receipt.StoredAt).ToDateTimeOffset())));
        return proof;
    }

    private static IEnumerable<ByteString> Der(IEnumerable<X509Certificate2> certificates) => certificates.Select(certificate => ByteString.CopyFrom(certificate.RawData));
}
