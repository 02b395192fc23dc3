using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InfoSharing.Directories;
using InfoSharing.Tests.Component.Directories;
using InfoSharing.V1;

[assembly: AssemblyFixture(typeof(Officers))]

namespace InfoSharing.Tests.Component.Directories;

/// <summary>Three officers with keys, made once.</summary>
public sealed class Officers
{
    internal X509Certificate2 First { get; } = Certificate("first");
    internal X509Certificate2 Second { get; } = Certificate("second");
    internal X509Certificate2 Third { get; } = Certificate("third");

    internal DirectoryTrust Trust => new() { Officers = [First, Second, Third] };

    internal byte[] Sign(DirectoryContent content) => SignedDirectory.Sign(content, First, Second);

    internal static X509Certificate2 Certificate(string name, ReadOnlySpan<byte> keyId = default)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(keyId.IsEmpty ? new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false) : new X509SubjectKeyIdentifierExtension(keyId, critical: false));
        var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return request.CreateSelfSigned(from, from.AddYears(2));
    }
}
