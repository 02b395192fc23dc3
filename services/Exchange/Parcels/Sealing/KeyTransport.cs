using System.Formats.Asn1;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>
/// How an EnvelopedData carries its key. RSAES-OAEP is one object identifier for every hash, and its default is SHA-1 (RFC 4055, 4.1):
/// the hash stands in the parameters, which .NET does not show for every algorithm, so they are read here.
/// </summary>
internal static class KeyTransport
{
    private static readonly Asn1Tag Tag0 = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Tag1 = new(TagClass.ContextSpecific, 1, isConstructed: true);

    /// <summary>True where the first recipient's key is under RSA-OAEP with SHA-256, mask and all, and no label.</summary>
    internal static bool IsOaepSha256(byte[] enveloped)
    {
        try
        {
            var info = new AsnReader(enveloped, AsnEncodingRules.BER).ReadSequence();
            if (info.ReadObjectIdentifier() != SealOids.EnvelopedData) return false;
            var data = info.ReadSequence(Tag0).ReadSequence();
            data.ReadEncodedValue(); // version
            if (data.PeekTag() == Tag0) return false; // originator's certificates: ours has none
            var recipient = data.ReadSetOf().ReadSequence();
            recipient.ReadEncodedValue(); // version
            recipient.ReadEncodedValue(); // whom
            return IsOaepSha256(recipient.ReadSequence());
        }
        catch (AsnContentException)
        {
            return false; // not an EnvelopedData with a recipient of key transport
        }
    }

    private static bool IsOaepSha256(AsnReader algorithm)
    {
        if (algorithm.ReadObjectIdentifier() != SealOids.RsaOaep || !algorithm.HasData) return false;
        var parameters = algorithm.ReadSequence();
        if (!parameters.HasData || parameters.PeekTag() != Tag0) return false;
        if (parameters.ReadSequence(Tag0).ReadSequence().ReadObjectIdentifier() != SealOids.Sha256) return false;
        if (!parameters.HasData || parameters.PeekTag() != Tag1) return false;
        var mask = parameters.ReadSequence(Tag1).ReadSequence();
        return mask.ReadObjectIdentifier() == SealOids.Mgf1
            && mask.ReadSequence().ReadObjectIdentifier() == SealOids.Sha256
            && !parameters.HasData;
    }
}
