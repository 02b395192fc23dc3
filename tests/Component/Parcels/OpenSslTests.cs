using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.Exchange.Parcels.Sealing;

namespace InfoSharing.Tests.Component.Parcels;

/// <summary>The seal, proven from outside: openssl opens and verifies ours, and we open what it makes.</summary>
public sealed class OpenSslTests : IDisposable
{
    private readonly Agencies _agencies;
    private readonly string _folder = Directory.CreateTempSubdirectory("seal").FullName;

    public OpenSslTests(Agencies agencies)
    {
        _agencies = agencies;
        File.WriteAllText(In("sender.pem"), agencies.Leeds.Signing.ExportCertificatePem());
        File.WriteAllText(In("recipient.pem"), agencies.Sandwell.Sealing.ExportCertificatePem());
        using var signing = agencies.Leeds.Signing.GetECDsaPrivateKey()!;
        File.WriteAllText(In("sender.key"), signing.ExportPkcs8PrivateKeyPem());
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

    /// <summary>
    /// openssl's command line adds no signed attributes of one's own, so it cannot write our label: a whole parcel of its making is one
    /// without a label. Below the label it makes all three layers, and each is opened here by the code that opens ours.
    /// </summary>
    [Theory]
    [InlineData("")]
    [InlineData("-stream")]
    public void A_triple_wrap_of_openssls_making_is_opened_layer_by_layer(string stream)
    {
        var body = Given.Parcel(_agencies.Leeds.Agency, _agencies.Sandwell.Agency, 3).ToByteArray();
        File.WriteAllBytes(In("parcel.pb"), body);
        OpenSsl($"cms -sign -binary -nodetach -outform DER -md sha256 -signer sender.pem -inkey sender.key -keyid -nocerts {stream} -in parcel.pb -out inner.der");
        OpenSsl($"cms -encrypt -binary -outform DER -aes-256-cbc -keyid -recip recipient.pem -keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256 {stream} -in inner.der -out enveloped.der");
        OpenSsl($"cms -sign -binary -nodetach -outform DER -md sha256 -econtent_type pkcs7-envelopedData -signer sender.pem -inkey sender.key -keyid -nocerts {stream} -in enveloped.der -out outer.der");

        var outer = SignedLayer.Decode(File.ReadAllBytes(In("outer.der")), SealOids.EnvelopedData).ShouldNotBeNull();
        outer.IsSignedBy([_agencies.Leeds.Signing]).ShouldBeTrue();
        outer.IsSignedBy([_agencies.Police.Signing]).ShouldBeFalse();
        var content = Envelope.Decrypt(outer.Content, [_agencies.Sandwell.Sealing]).ShouldNotBeNull();
        var inner = SignedLayer.Decode(content, SealOids.Data).ShouldNotBeNull();
        inner.IsSignedBy([_agencies.Leeds.Signing]).ShouldBeTrue();
        inner.Content.ShouldBe(body);
        new Opener(_agencies.Sandwell, new PartnerKeys(_agencies.All), new FixedClock(Given.Now)).Open(File.ReadAllBytes(In("outer.der"))).Fault.ShouldBe(OpeningFault.NoLabel);
    }

    [Theory]
    [InlineData("-keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256", true)]
    [InlineData("-keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256 -keyopt rsa_mgf1_md:sha256", true)]
    [InlineData("-keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256 -keyopt rsa_mgf1_md:sha1", false)]
    [InlineData("-keyopt rsa_padding_mode:oaep", false)]
    [InlineData("", false)]
    public void Only_a_key_under_OAEP_with_SHA_256_is_taken(string padding, bool taken)
    {
        File.WriteAllText(In("body"), "body");
        OpenSsl($"cms -encrypt -binary -outform DER -aes-256-cbc -recip recipient.pem {padding} -in body -out enveloped.der");
        (Envelope.Decrypt(File.ReadAllBytes(In("enveloped.der")), [_agencies.Sandwell.Sealing]) is not null).ShouldBe(taken);
    }

    [Fact]
    public void A_lesser_cipher_is_not_decrypted()
    {
        File.WriteAllText(In("body"), "body");
        OpenSsl("cms -encrypt -binary -outform DER -aes-128-cbc -recip recipient.pem -keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256 -in body -out enveloped.der");
        Envelope.Decrypt(File.ReadAllBytes(In("enveloped.der")), [_agencies.Sandwell.Sealing]).ShouldBeNull();
    }

    private string In(string file) => Path.Combine(_folder, file);

    private void OpenSsl(string arguments)
    {
        ProcessStartInfo start = new("openssl", arguments) { WorkingDirectory = _folder, RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"openssl {arguments}: {said}");
    }
}
