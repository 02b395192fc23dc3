using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace InfoSharing.Exchange.Parcels.Sealing;

/// <summary>The EnvelopedData of a seal (RFC 5652, 6): one recipient, AES-256-CBC under RSA-OAEP-SHA256.</summary>
internal static class Envelope
{
    /// <summary>Encrypts for a recipient.</summary>
    internal static byte[] Encrypt(byte[] content, X509Certificate2 recipient)
    {
        var enveloped = new EnvelopedCms(new ContentInfo(content), new AlgorithmIdentifier(new Oid(SealOids.Aes256Cbc)));
        // Without the padding argument .NET takes PKCS#1 v1.5.
        enveloped.Encrypt(new CmsRecipient(SubjectIdentifierType.SubjectKeyIdentifier, recipient, RSAEncryptionPadding.OaepSHA256));
        return enveloped.Encode();
    }

    /// <summary>Decrypts, DER or BER, with the one of our keys that it names; null for whatever goes wrong: CBC must not answer questions about padding.</summary>
    internal static byte[]? Decrypt(byte[] encoded, IEnumerable<X509Certificate2> ours)
    {
        var enveloped = new EnvelopedCms();
        try
        {
            if (!SignedLayer.Whole(encoded) || !KeyTransport.IsOaepSha256(encoded)) return null;
            enveloped.Decode(encoded);
            if (enveloped.ContentInfo.ContentType.Value != SealOids.Data
                || enveloped.ContentEncryptionAlgorithm.Oid.Value != SealOids.Aes256Cbc
                || enveloped.RecipientInfos.Count != 1
                || enveloped.RecipientInfos[0] is not KeyTransRecipientInfo recipient) return null;
            if (ours.FirstOrDefault(recipient.RecipientIdentifier.MatchesCertificate) is not { } certificate) return null;
            using var key = certificate.GetRSAPrivateKey();
            if (key is null) return null;
            enveloped.Decrypt(recipient, key);
            return enveloped.ContentInfo.Content;
        }
        catch (Exception fault) when (fault is CryptographicException or AsnContentException)
        {
            return null; // one outcome, whatever it was
        }
    }
}
