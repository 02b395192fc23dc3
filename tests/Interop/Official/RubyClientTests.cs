using System.Security.Cryptography.X509Certificates;

namespace InfoSharing.Tests.Interop.Official;

/// <summary>Every case that ruby-grpc's official interoperability client has, against our server.</summary>
public class RubyClientTests
{
    public static TheoryData<string, bool> Cases { get; } = [.. RubyPeer.Cases().DefaultIfEmpty("not installed").SelectMany(name => new[] { (name, false), (name, true) })];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Case_passes(string name, bool tls)
    {
        RubyPeer.Folder();
        using var certificate = tls ? Certificate() : null;
        await using var server = await InteropServer.Start(certificate);
        var (exitCode, output, errors) = await RubyPeer.RunClient(name, (tls ? server.Https : server.Http).Port, tls);
        exitCode.ShouldBe(0, errors + output);
        output.ShouldContain($"OK: {name}");
    }

    [Fact]
    public void Client_has_the_cases_that_are_listed()
    {
        RubyPeer.Folder();
        RubyPeer.Cases().Count.ShouldBe(15);
    }

    private static X509Certificate2 Certificate()
    {
        using var pem = X509Certificate2.CreateFromPemFile(RubyPeer.Certificate("server1.pem"), RubyPeer.Certificate("server1.key"));
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
    }
}
