using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.Exchange.Parcels.Sealing;

namespace InfoSharing.Tests.Component.Parcels;

/// <summary>The seal, proven from outside: openssl opens and verifies ours, and we open what it makes.</summary>
public sealed class OpenSslTests : IClassFixture<Agencies>, IDisposable
{
    private readonly Agencies _agencies;
    private readonly string _folder = Directory.CreateTempSubdirectory("seal").FullName;

    public OpenSslTests(Agencies agencies)
    {
        _agencies = agencies;
        File.WriteAllText(In("sender.pem"), agencies.Leeds.Signing.ExportCertificatePem());
        File.WriteAllText(In("recipient.pem"), agencies.Sandwell.Sealing.ExportCertificatePem());
        using var key = agencies.Sandwell.Sealing.GetRSAPrivateKey()!;
        File.WriteAllText(In("recipient.key"), key.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Openssl_verifies_decrypts_and_verifies_ours_to_the_same_bytes()
    {
        var parcel = Given.Parcel(_agencies.Leeds.Agency, _agencies.Sandwell.Agency, 3);
        File.WriteAllBytes(In("parcel.der"), Sealer.Seal(parcel, _agencies.Leeds, _agencies.Sandwell.Sealing));
        OpenSsl("cms -verify -inform DER -in parcel.der -certfile sender.pem -nointern -noverify -binary -out enveloped.der");
        OpenSsl("cms -decrypt -inform DER -in enveloped.der -inkey recipient.key -binary -out inner.der");
        OpenSsl("cms -verify -inform DER -in inner.der -certfile sender.pem -nointern -noverify -binary -out parcel.pb");
        File.ReadAllBytes(In("parcel.pb")).ShouldBe(parcel.ToByteArray());
    }

    [Fact]
    public void Openssl_verifies_the_root_alone_from_its_proof()
    {
        var parcel = Given.Parcel(_agencies.Leeds.Agency, _agencies.Sandwell.Agency, 3);
        var sealedParcel = Sealer.Seal(parcel, _agencies.Leeds, _agencies.Sandwell.Sealing);
        var proof = new Opener(_agencies.Sandwell, new PartnerKeys(_agencies.All), new FixedClock(Given.Now)).Open(sealedParcel).Proof.ShouldNotBeNull();
        File.WriteAllBytes(In("attributes.der"), proof.SignedAttributes);
        File.WriteAllBytes(In("signature.der"), proof.Signature);
        OpenSsl("x509 -in sender.pem -pubkey -noout -out sender.pub");
        OpenSsl("dgst -sha256 -verify sender.pub -signature signature.der attributes.der");
        proof.SignedAttributes.AsSpan().IndexOf(parcel.MerkleRoot.Span).ShouldBeGreaterThan(0);
    }

    private string In(string file) => Path.Combine(_folder, file);

    private void OpenSsl(string arguments)
    {
        ProcessStartInfo start = new("openssl", arguments) { WorkingDirectory = _folder, RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"openssl {arguments}: {said}");
    }
}
