using System.Security.Cryptography.X509Certificates;
using System.Text;
using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>A client certificate as an <see cref="AuthContext"/>, with the property names of the other gRPC stacks.</summary>
internal static class PeerCertificate
{
    private const string CommonName = "x509_common_name";
    private const string AlternativeName = "x509_subject_alternative_name";

    private static readonly AuthContext Unauthenticated = new(null, []);

    public static AuthContext ToAuthContext(X509Certificate2? certificate)
    {
        if (certificate is null)
        {
            return Unauthenticated;
        }

        var properties = new Dictionary<string, List<AuthProperty>>();
        Add(AlternativeName, certificate.GetNameInfo(X509NameType.DnsFromAlternativeName, false));
        Add(CommonName, certificate.GetNameInfo(X509NameType.SimpleName, false));
        var identity = properties.ContainsKey(AlternativeName) ? AlternativeName : properties.ContainsKey(CommonName) ? CommonName : null;
        return new AuthContext(identity, properties);

        void Add(string name, string value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                properties[name] = [AuthProperty.Create(name, Encoding.UTF8.GetBytes(value))];
            }
        }
    }
}
