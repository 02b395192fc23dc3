using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace InfoSharing.ServiceDefaults.Endpoints;

/// <summary>One HTTP/2 endpoint, as the options say.</summary>
internal sealed class KestrelSetup(IOptions<EndpointOptions> options) : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions kestrel)
    {
        var endpoint = options.Value;
        kestrel.AddServerHeader = false;
        kestrel.Limits.MinResponseDataRate = null; // it counts a whole connection: one slow reader of a Watch would end its neighbours
        kestrel.Listen(IPAddress.Parse(endpoint.Address), endpoint.Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (endpoint.CertificateFile.Length > 0) listen.UseHttps(Certificate(endpoint));
        });
    }

    private static X509Certificate2 Certificate(EndpointOptions endpoint) =>
        X509Certificate2.CreateFromPemFile(endpoint.CertificateFile, endpoint.KeyFile.Length > 0 ? endpoint.KeyFile : null);
}
