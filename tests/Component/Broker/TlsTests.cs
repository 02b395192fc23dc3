using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InfoSharing.Local.Private;
using InfoSharing.Tests.Component.Parcels;

namespace InfoSharing.Tests.Component.Broker;

/// <summary>A broker that is reached by TLS alone, and asks for a certificate.</summary>
public sealed class TlsTests(Agencies agencies)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_broker_is_reached_by_TLS_with_a_certificate_of_ours_and_no_other_authority_than_the_one_named_is_believed()
    {
        SharedBroker.Need();
        var folder = Directory.CreateTempSubdirectory("infosharing-tls-").FullName;
        WriteAuthority(folder, "authority", ["broker", "agency"]);
        WriteAuthority(folder, "stranger", []);
        string In(string name) => Path.Combine(folder, name);
        var port = FreePort.Take(1)[0];
        var settings = $"""
            listeners.ssl.1 = 127.0.0.1:{port}
            ssl_options.cacertfile = {In("authority.crt")}
            ssl_options.certfile = {In("broker.crt")}
            ssl_options.keyfile = {In("broker.key")}
            ssl_options.verify = verify_peer
            ssl_options.fail_if_no_peer_cert = true
            """;
        await using (var broker = await PrivateBroker.StartAsync(Path.Combine(folder, "broker"), new() { Settings = settings }, Stop))
        {
            await using var network = await BrokerNetwork.Make(agencies, broker);
            foreach (var side in new[] { network.Leeds, network.Sandwell })
            {
                side.Settings["Bus:Address"] = $"amqps://localhost:{port}/{network.Host.Name}";
                side.Settings["Bus:AuthorityFile"] = In("authority.crt");
                side.Settings["Bus:CertificateFile"] = In("agency.crt");
                side.Settings["Bus:KeyFile"] = In("agency.key");
            }
            await network.Leeds.Start();
            await network.Sandwell.Start();
            await network.Leeds.SendMany(network.Sandwell, 20);
            await network.Leeds.UntilDone(20);

            await network.Leeds.Down();
            network.Leeds.Settings["Bus:AuthorityFile"] = In("stranger.crt");
            await network.Leeds.Start();
            network.Leeds.Carrier.IsReachable.ShouldBeFalse();
            network.Leeds.Logs.Said.ShouldContain("its certificate is not one that we trust");

            await network.Leeds.Down();
            network.Leeds.Settings["Bus:AuthorityFile"] = ""; // one that this machine trusts, and it trusts none of ours
            await network.Leeds.Start();
            network.Leeds.Carrier.IsReachable.ShouldBeFalse();

            await network.Leeds.Down();
            network.Leeds.Settings["Bus:AuthorityFile"] = In("authority.crt");
            network.Leeds.Settings["Bus:Address"] = $"amqps://127.0.0.1:{port}/{network.Host.Name}"; // a name that the certificate does not have
            await network.Leeds.Start();
            network.Leeds.Carrier.IsReachable.ShouldBeFalse();
        }
        Directory.Delete(folder, recursive: true);
    }

    private static void WriteAuthority(string folder, string name, string[] issued)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        File.WriteAllText(Path.Combine(folder, $"{name}.crt"), authority.ExportCertificatePem());
        foreach (var one in issued)
        {
            using var its = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var wanted = new CertificateRequest($"CN={one}", its, HashAlgorithmName.SHA256);
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName("localhost");
            wanted.CertificateExtensions.Add(names.Build());
            using var certificate = wanted.Create(authority, now.AddDays(-1), now.AddDays(30), RandomNumberGenerator.GetBytes(8));
            File.WriteAllText(Path.Combine(folder, $"{one}.crt"), certificate.ExportCertificatePem());
            File.WriteAllText(Path.Combine(folder, $"{one}.key"), its.ExportPkcs8PrivateKeyPem());
        }
    }
}
