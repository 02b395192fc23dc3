using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InfoSharing.Exchange.Keys.Making;

/// <summary>Makes keys with their certificates, as PEM that openssl reads. A development network's keys and real ones are made here alike; what tells them apart is the directory's mark.</summary>
public static class KeyMaking
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1"; // RFC 5280 4.2.1.12
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const int RsaBits = 3072;
    private static readonly TimeSpan Back = TimeSpan.FromDays(1); // for clocks that differ

    /// <summary>A key with a certificate that it signs itself: the directory, or a service's settings, vouch for it.</summary>
    /// <param name="use">What it is for; not TLS, which an authority vouches for, nor storage, which has no certificate.</param>
    /// <param name="subject">Its name, for people.</param>
    /// <param name="now">The instant.</param>
    /// <param name="lasts">How long it holds.</param>
    /// <returns>Certificate and key, PEM.</returns>
    public static string SelfSigned(KeyUse use, string subject, DateTimeOffset now, TimeSpan lasts)
    {
        using AsymmetricAlgorithm key = use == KeyUse.Sealing ? RSA.Create(RsaBits) : ECDsa.Create(use == KeyUse.Authority ? ECCurve.NamedCurves.nistP384 : ECCurve.NamedCurves.nistP256);
        var request = RequestOf(subject, key);
        if (use == KeyUse.Authority)
        {
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        }
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var certificate = request.CreateSelfSigned(now - Back, now + lasts);
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    /// <summary>A key for TLS, and the request for its certificate (PKCS #10).</summary>
    /// <param name="subject">The agency's id.</param>
    /// <param name="hosts">The names under which callers reach it; none for a caller alone.</param>
    /// <returns>The key and the request, PEM.</returns>
    public static (string Key, string Request) Request(string subject, IEnumerable<string> hosts)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = RequestOf(subject, key);
        var names = new SubjectAlternativeNameBuilder();
        var any = false;
        foreach (var host in hosts)
        {
            if (System.Net.IPAddress.TryParse(host, out var address)) names.AddIpAddress(address);
            else names.AddDnsName(host);
            any = true;
        }
        if (any) request.CertificateExtensions.Add(names.Build());
        return ($"{key.ExportPkcs8PrivateKeyPem()}\n", $"{request.CreateSigningRequestPem()}\n");
    }

    /// <summary>Issues the certificate that was requested. Of the request its name, hosts and key alone are taken; what the certificate may be used for is the authority's to say.</summary>
    /// <param name="request">The request, PEM. Its own signature is checked: whoever asks has the key.</param>
    /// <param name="authority">The authority's certificate with its key.</param>
    /// <param name="now">The instant.</param>
    /// <param name="lasts">How long it holds, and not beyond the authority's own.</param>
    /// <returns>The certificate, PEM.</returns>
    /// <exception cref="CryptographicException">It is no request, or its signature is wrong.</exception>
    public static string Issue(string request, X509Certificate2 authority, DateTimeOffset now, TimeSpan lasts)
    {
        ArgumentNullException.ThrowIfNull(authority);
        var asked = CertificateRequest.LoadSigningRequestPem(request, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions);
        var issued = new CertificateRequest(asked.SubjectName, asked.PublicKey, HashAlgorithmName.SHA256);
        foreach (var names in asked.CertificateExtensions.OfType<X509SubjectAlternativeNameExtension>()) issued.CertificateExtensions.Add(names);
        issued.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        issued.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        issued.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ServerAuthentication), new(ClientAuthentication)], critical: false));
        issued.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(issued.PublicKey, critical: false));
        issued.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var key = authority.GetECDsaPrivateKey() ?? throw new CryptographicException("The authority's key is no ECDSA key.");
        var (from, until) = (now - Back, now + lasts);
        var (first, last) = (new DateTimeOffset(authority.NotBefore), new DateTimeOffset(authority.NotAfter));
        using var certificate = issued.Create(authority.SubjectName, X509SignatureGenerator.CreateForECDsa(key), from > first ? from : first, until < last ? until : last, RandomNumberGenerator.GetBytes(16));
        return $"{certificate.ExportCertificatePem()}\n";
    }

    private static CertificateRequest RequestOf(string subject, AsymmetricAlgorithm key)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(subject);
        return key is RSA rsa
            ? new(name.Build(), rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new(name.Build(), (ECDsa)key, key.KeySize == 384 ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256);
    }
}
