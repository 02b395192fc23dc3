using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.Exchange.Parcels.Receipts;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Parcels.Proofs;

/// <summary>That the recipient stored one message's exact bytes, and when. A receipt carries a signature of its own, so it needs no path.</summary>
/// <param name="Message">The message's exact bytes, as the sender keeps them.</param>
/// <param name="Receipt">The receipt.</param>
internal sealed record ReceiptProof(byte[] Message, Receipt Receipt)
{
    /// <summary>True where the message's own recipient signed this receipt for just these bytes. Never throws on what the proof holds.</summary>
    /// <param name="signing">The recipient's certificates, as the directory gave them for the receipt's time.</param>
    internal bool Verify(IReadOnlyList<X509Certificate2> signing)
    {
        if (!ReceiptSigner.IsSignedBy(Receipt, signing) || Receipt.Sha256 != ReceiptSigner.DigestOf(Message)) return false;
        try
        {
            var message = V1.Message.Parser.ParseFrom(Message);
            return message.Id == Receipt.MessageId && message.Recipient == Receipt.Recipient;
        }
        catch (InvalidProtocolBufferException)
        {
            return false; // a receipt for bytes that are no message
        }
    }
}
