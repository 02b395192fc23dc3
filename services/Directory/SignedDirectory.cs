using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Contract = InfoSharing.V1.DirectoryContent;

namespace InfoSharing.Directories;

/// <summary>The directory's file: CMS SignedData (RFC 5652), DER, its content the contract's DirectoryContent in protobuf.</summary>
public static class SignedDirectory
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>Signs a directory with each of the officers' certificates, which hold their keys.</summary>
    public static byte[] Sign(Contract directory, params IEnumerable<X509Certificate2> officers)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(officers);
        var signed = new SignedCms(new ContentInfo(new Oid(Data), directory.ToByteArray()), detached: false);
        foreach (var officer in officers)
        {
            signed.ComputeSignature(new CmsSigner(SubjectIdentifierType.SubjectKeyIdentifier, officer)
            {
                DigestAlgorithm = new Oid(Sha256),
                IncludeOption = X509IncludeOption.None,
            }, silent: true);
        }
        return signed.Encode();
    }

    /// <summary>Reads a file and checks whatever can be checked of it. Never throws on what is in it.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="trust">Whom the service trusts.</param>
    /// <param name="now">The instant. A file that has expired is still taken: it stops hand-overs, and no notification.</param>
    public static DirectoryReading Read(byte[] file, DirectoryTrust trust, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(trust);
        var signed = new SignedCms();
        Contract directory;
        try
        {
            signed.Decode(file);
            var officers = Signers(signed, trust.Officers);
            if (officers < trust.Required)
                return DirectoryReading.Not($"The directory carries {officers} of the {trust.Required} officers' signatures that are needed. Have another officer sign it.");
            directory = Contract.Parser.ParseFrom(signed.ContentInfo.Content);
        }
        catch (Exception fault) when (fault is CryptographicException or InvalidProtocolBufferException)
        {
            return DirectoryReading.Not("The file is not a signed directory. Fetch it again, whole.");
        }
        return FaultOf(directory, trust, now) is { } words ? DirectoryReading.Not(words) : new(new AgencyDirectory(directory), null);
    }

    private static string? FaultOf(Contract directory, DirectoryTrust trust, DateTimeOffset now)
    {
        if (directory.Number < trust.HighestSeen)
            return $"The directory's number is {directory.Number}, and {trust.HighestSeen} was seen before. An older file must not come back: ask the officers for the newest.";
        if (directory.Development && !trust.AllowsDevelopment)
            return "The directory is one of a development authority. A service outside Development takes none of those.";
        if (directory.NotBefore is null || directory.ExpiresAt is null) return "The directory does not say from when and until when it holds.";
        if (directory.NotBefore.ToDateTimeOffset() > now) return $"The directory does not hold before {directory.NotBefore.ToDateTimeOffset():O}.";
        return DirectoryFaults.Of(directory);
    }

    // Each officer counts once, however often they signed.
    private static int Signers(SignedCms signed, IReadOnlyList<X509Certificate2> officers)
    {
        if (signed.ContentInfo.ContentType.Value != Data) return 0;
        var counted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var signer in signed.SignerInfos)
        {
            foreach (var officer in officers)
            {
                if (signer.DigestAlgorithm.Value != Sha256) continue;
                try
                {
                    signer.CheckSignature([officer], verifySignatureOnly: true);
                    counted.Add(officer.Thumbprint);
                }
                catch (CryptographicException)
                {
                    // Not this officer's signature; it may be another's.
                }
            }
        }
        return counted.Count;
    }
}
