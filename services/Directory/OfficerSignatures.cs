using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace InfoSharing.Directories;

/// <summary>The officers who signed: each once, however often they signed and in however many certificates their key is pinned.</summary>
internal static class OfficerSignatures
{
    internal const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>Those of the officers whose keys signed.</summary>
    internal static IReadOnlyList<X509Certificate2> Of(SignedCms signed, IReadOnlyList<X509Certificate2> officers)
    {
        var counted = new Dictionary<string, X509Certificate2>(StringComparer.Ordinal);
        foreach (var signer in signed.SignerInfos)
        {
            if (signer.DigestAlgorithm.Value != Sha256) continue;
            if (officers.FirstOrDefault(officer => Signed(signer, officer)) is { } who)
                counted.TryAdd(Convert.ToHexString(who.PublicKey.ExportSubjectPublicKeyInfo()), who);
        }
        return [.. counted.Values];
    }

    private static bool Signed(SignerInfo signer, X509Certificate2 officer)
    {
        // A certificate within the file is taken by CheckSignature in place of the pinned one, whoever made it.
        if (signer.Certificate is { } within && !within.RawDataMemory.Span.SequenceEqual(officer.RawDataMemory.Span)) return false;
        try
        {
            signer.CheckSignature([officer], verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false; // not this officer's signature; it may be another's
        }
    }
}
