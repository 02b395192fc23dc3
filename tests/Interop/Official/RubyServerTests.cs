using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Grpc.Net.Client;

namespace InfoSharing.Tests.Interop.Official;

/// <summary>Our client against ruby-grpc's official interoperability server: every case that the server implements.</summary>
public class RubyServerTests
{
    /// <summary>The server looks at no compression flag and answers none compressed: it cannot serve the cases about those.</summary>
    private static readonly string[] NotItsOwn = ["client_compressed_unary", "client_compressed_streaming", "server_compressed_unary", "server_compressed_streaming"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_case_that_the_server_implements_passes(bool tls)
    {
        await using var server = await RubyPeer.StartServer(tls);
        using var channel = tls
            ? GrpcChannel.ForAddress("https://foo.test.google.fr", new GrpcChannelOptions { HttpHandler = Trusting(server.Port), DisposeHttpClient = true })
            : GrpcChannel.ForAddress($"http://127.0.0.1:{server.Port}");
        var failures = new List<string>();
        var passed = 0;
        foreach (var (name, run) in InteropCases.All.Where(one => !NotItsOwn.Contains(one.Key)))
        {
            if (await Record.ExceptionAsync(() => run(channel).WaitAsync(TimeSpan.FromSeconds(30))) is { } failure) failures.Add($"{name}: {failure.Message}");
            else passed++;
        }
        failures.ShouldBeEmpty();
        passed.ShouldBe(14);
    }

    /// <summary>Trusts the programs' own authority, for the name that their certificate has, and finds that name on loopback.</summary>
    private static SocketsHttpHandler Trusting(int port)
    {
        var authority = X509CertificateLoader.LoadCertificateFromFile(RubyPeer.Certificate("ca.pem"));
        return new()
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { authority }, RevocationMode = X509RevocationMode.NoCheck },
            },
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
    }
}
