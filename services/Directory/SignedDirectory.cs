using System.Formats.Asn1;
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
    private const string NoDirectory = "The file is not a signed directory. Fetch it again, whole.";

    /// <summary>Signs a directory with each of the officers' certificates, which hold their keys.</summary>
    /// <exception cref="InvalidOperationException">There is no officer.</exception>
    public static byte[] Sign(Contract directory, params IEnumerable<X509Certificate2> officers)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(officers);
        var signed = new SignedCms(new ContentInfo(new Oid(Data), directory.ToByteArray()), detached: false);
        foreach (var officer in officers) AddSignature(signed, officer);
        return signed.Encode();
    }

    /// <summary>Adds an officer's signature to a file that others signed: officers need not meet.</summary>
    /// <exception cref="CryptographicException">The file is no signed directory.</exception>
    public static byte[] AlsoSign(byte[] file, X509Certificate2 officer)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(officer);
        var signed = new SignedCms();
        signed.Decode(file);
        AddSignature(signed, officer);
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
        ArgumentOutOfRangeException.ThrowIfLessThan(trust.Required, 1, nameof(trust));
        try
        {
            if (Decoded(file) is not { } signed) return DirectoryReading.Not(NoDirectory);
            var officers = OfficerSignatures.Of(signed, trust.Officers).Count;
            if (officers < trust.Required)
                return DirectoryReading.Not($"The directory carries {officers} of the {trust.Required} officers' signatures that are needed. Have another officer sign it.");
            var directory = Contract.Parser.ParseFrom(signed.ContentInfo.Content);
            return FaultOf(directory, trust, now) is { } words ? DirectoryReading.Not(words) : new(new AgencyDirectory(directory), null);
        }
        catch (Exception fault) when (fault is CryptographicException or AsnContentException or InvalidProtocolBufferException)
        {
            return DirectoryReading.Not(NoDirectory);
        }
    }

    /// <summary>What a file says and which of the officers signed it, whether or not a service would take it; null where it is no signed directory. For whoever prepares or looks at one: nothing is believed by it.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="officers">The officers' certificates.</param>
    public static (Contract Content, IReadOnlyList<X509Certificate2> SignedBy)? Look(byte[] file, IReadOnlyList<X509Certificate2> officers)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(officers);
        try
        {
            return Decoded(file) is { } signed ? (Contract.Parser.ParseFrom(signed.ContentInfo.Content), OfficerSignatures.Of(signed, officers)) : null;
        }
        catch (Exception fault) when (fault is CryptographicException or AsnContentException or InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private static SignedCms? Decoded(byte[] file)
    {
        // SignedCms.Decode takes trailing bytes without a word; the outer length says where the file must end.
        if (!AsnDecoder.TryReadEncodedValue(file, AsnEncodingRules.BER, out _, out _, out _, out var length) || length != file.Length) return null;
        var signed = new SignedCms();
        signed.Decode(file);
        return signed.ContentInfo.ContentType.Value == Data ? signed : null;
    }

    private static string? FaultOf(Contract directory, DirectoryTrust trust, DateTimeOffset now)
    {
        if (directory.Number < trust.HighestSeen)
            return $"The directory's number is {directory.Number}, and {trust.HighestSeen} was seen before. An older file must not come back: ask the officers for the newest.";
        if (directory.Development && !trust.AllowsDevelopment)
            return "The directory is one of a development authority. A service outside Development takes none of those.";
        if (!DirectoryFaults.IsTime(directory.NotBefore) || !DirectoryFaults.IsTime(directory.ExpiresAt)) return "The directory does not say from when and until when it holds.";
        if (directory.NotBefore.ToDateTimeOffset() > now) return $"The directory does not hold before {directory.NotBefore.ToDateTimeOffset():O}.";
        return DirectoryFaults.Of(directory);
    }

    private static void AddSignature(SignedCms signed, X509Certificate2 officer) =>
        signed.ComputeSignature(new CmsSigner(SubjectIdentifierType.SubjectKeyIdentifier, officer)
        {
            DigestAlgorithm = new Oid(OfficerSignatures.Sha256),
            IncludeOption = X509IncludeOption.None,
        }, silent: true);
}
