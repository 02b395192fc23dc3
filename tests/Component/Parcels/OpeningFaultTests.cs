using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using Enum = System.Enum;

namespace InfoSharing.Tests.Component.Parcels;

public class OpeningFaultTests(Agencies agencies)
{
    public static TheoryData<string> Faults => [.. Enum.GetNames<OpeningFault>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_has_its_reason(string fault)
    {
        var expected = Enum.Parse<OpeningFault>(fault);
        var opened = Open(Spoilt(expected));
        opened.Fault.ShouldBe(expected);
        opened.Parcel.ShouldBeNull();
        opened.Proof.ShouldBeNull();
    }

    [Theory]
    [InlineData("nothing in it")]
    [InlineData("257 messages")]
    [InlineData("too many receipts")]
    [InlineData("a short salt")]
    [InlineData("a message more than its root knows")]
    [InlineData("two messages of more than 1 MiB")]
    [InlineData("one message of more than 10 MiB")]
    [InlineData("another root signed")]
    [InlineData("no protobuf")]
    public void What_is_rightly_signed_and_no_parcel_is_not_opened(string how)
    {
        var parcel = Parcel(how switch { "nothing in it" => 0, "257 messages" => 257, "two messages of more than 1 MiB" => 2, _ => 1 });
        if (how == "too many receipts") parcel.Receipts.Add(Enumerable.Repeat(new Receipt(), ParcelForm.MostReceipts + 1));
        if (how.Contains("MiB", StringComparison.Ordinal)) parcel.Messages[0].Message = ByteString.CopyFrom(new byte[(how.Contains("10", StringComparison.Ordinal) ? ParcelForm.AloneBytes : ParcelForm.TogetherBytes) + 1]);
        parcel.Rooted();
        if (how == "a short salt") parcel.Messages[0].Salt = ByteString.CopyFrom(new byte[15]);
        if (how == "a message more than its root knows") parcel.Messages.Add(Parcel(1).Messages);
        var sealedParcel = Wrap(parcel, root: how == "another root signed" ? new byte[32] : null, content: how == "no protobuf" ? [0xff] : null);
        Open(sealedParcel).Fault.ShouldBe(OpeningFault.NotAParcel);
    }

    [Theory]
    [InlineData("another inner label")]
    [InlineData("another parcel id within")]
    [InlineData("no time within")]
    [InlineData("an impossible time within")]
    [InlineData("no root signed")]
    public void Labels_that_do_not_say_the_same_open_nothing(string how)
    {
        var parcel = Parcel(1);
        var label = SealLabel.Of(parcel)!;
        if (how == "another parcel id within") parcel.Id = "another";
        if (how == "no time within") parcel.MadeAt = null;
        if (how == "an impossible time within") parcel.MadeAt = new Timestamp { Seconds = long.MaxValue };
        var sealedParcel = Wrap(parcel, label, how == "another inner label" ? label with { ParcelId = "another" } : label, signRoot: how != "no root signed");
        Open(sealedParcel).Fault.ShouldBe(OpeningFault.LabelsDiffer);
    }

    [Fact]
    public void A_head_that_is_signed_beside_the_root_is_the_one_within_or_nothing_opens()
    {
        var parcel = Parcel(1);
        (parcel.SenderHead, parcel.SenderPosition) = (ByteString.CopyFrom(new byte[32]), 7);
        var opened = Open(Sealer.Seal(parcel, agencies.Leeds, agencies.Sandwell.Sealing));
        opened.Proof.ShouldNotBeNull().Head().ShouldNotBeNull().Position.ShouldBe(7ul);
        Open(Wrap(parcel, head: SignedHead.Of(parcel))).Fault.ShouldBeNull();

        var other = new Parcel(parcel) { SenderPosition = 8 };
        Open(Wrap(parcel, head: SignedHead.Of(other))).Fault.ShouldBe(OpeningFault.LabelsDiffer);
        Open(Wrap(parcel, head: [1, 2, 3])).Fault.ShouldBe(OpeningFault.LabelsDiffer);
        Open(Wrap(parcel)).Fault.ShouldBeNull("one of a time when heads were not signed");
    }

    [Fact]
    public void A_forger_who_encloses_a_certificate_of_the_senders_key_id_is_not_believed()
    {
        // CheckSignature takes a certificate in the message before one that it is given.
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=leeds-social-care", key, HashAlgorithmName.SHA256);
        var id = agencies.Leeds.Signing.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single();
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(id.SubjectKeyIdentifierBytes.Span, critical: false));
        using var forged = request.CreateSelfSigned(Given.Now.AddDays(-1), Given.Now.AddDays(1));
        var parcel = Parcel(1);
        var label = SealLabel.Of(parcel)!;
        var signed = new SignedCms(new ContentInfo(new Oid(SealOids.EnvelopedData), Envelope.Encrypt([1], agencies.Sandwell.Sealing)), detached: false);
        var signer = new CmsSigner(SubjectIdentifierType.SubjectKeyIdentifier, forged) { DigestAlgorithm = new Oid(SealOids.Sha256), IncludeOption = X509IncludeOption.EndCertOnly };
        label.AddTo(signer);
        signed.ComputeSignature(signer, silent: true);

        Should.NotThrow(() => signed.CheckSignature([agencies.Leeds.Signing], verifySignatureOnly: true), "if .NET no longer does this, the check is needless");
        Open(signed.Encode()).Fault.ShouldBe(OpeningFault.NotASeal);
    }

    [Fact]
    public void A_key_speaks_for_no_other_agency()
    {
        var forged = agencies.Leeds with { Signing = agencies.Police.Signing };
        Open(Sealer.Seal(Parcel(1), forged, agencies.Sandwell.Sealing)).Fault.ShouldBe(OpeningFault.OuterSignature);
    }

    [Fact]
    public void Two_signers_are_no_seal()
    {
        var signed = new SignedCms();
        signed.Decode(Wrap(Parcel(1)));
        signed.ComputeSignature(new CmsSigner(SubjectIdentifierType.SubjectKeyIdentifier, agencies.Police.Signing) { IncludeOption = X509IncludeOption.None }, silent: true);
        Open(signed.Encode()).Fault.ShouldBe(OpeningFault.NotASeal);
    }

    private byte[] Spoilt(OpeningFault fault)
    {
        var parcel = Parcel(1);
        var label = SealLabel.Of(parcel)!;
        return fault switch
        {
            OpeningFault.TooLarge => new byte[ParcelForm.SealedBytes + 1],
            OpeningFault.NotASeal => [.. Wrap(parcel), 0],
            OpeningFault.NoLabel => SignedLayer.Sign(SealOids.EnvelopedData, Envelope.Encrypt([1], agencies.Sandwell.Sealing), agencies.Leeds.Signing, _ => { }),
            OpeningFault.NotForUs => Wrap(parcel, label with { Recipient = agencies.Police.Agency }),
            OpeningFault.UnknownSender => Wrap(parcel, label with { Sender = "elsewhere-social-care" }),
            OpeningFault.OuterSignature => Wrap(parcel, label with { Sender = agencies.Police.Agency }),
            OpeningFault.NotItsTime => Wrap(parcel, label with { MadeAt = Given.Now.AddDays(-31) }),
            OpeningFault.NotDecrypted => Sealer.Seal(parcel, agencies.Leeds, agencies.Police.Sealing),
            OpeningFault.InnerSignature => Wrap(parcel, innerSigner: agencies.Police.Signing),
            OpeningFault.LabelsDiffer => Wrap(parcel, inside: label with { Recipient = agencies.Police.Agency }),
            OpeningFault.NotAParcel => Wrap(parcel, content: [0xff]),
            _ => throw new InvalidOperationException("A fault without a test."),
        };
    }

    /// <summary>A triple wrap of Leeds's making in which anything may differ.</summary>
    private byte[] Wrap(Parcel parcel, SealLabel? outside = null, SealLabel? inside = null, byte[]? root = null, byte[]? content = null, X509Certificate2? innerSigner = null, bool signRoot = true, byte[]? head = null)
    {
        outside ??= SealLabel.Of(parcel)!;
        var inner = SignedLayer.Sign(SealOids.Data, content ?? parcel.ToByteArray(), innerSigner ?? agencies.Leeds.Signing, signer =>
        {
            (inside ?? outside).AddTo(signer);
            if (signRoot) signer.SignedAttributes.Add(SignedAttributes.Octets(SealOids.MerkleRoot, root ?? parcel.MerkleRoot.ToByteArray()));
            if (head is not null) signer.SignedAttributes.Add(SignedAttributes.Octets(SealOids.Head, head));
        });
        return SignedLayer.Sign(SealOids.EnvelopedData, Envelope.Encrypt(inner, agencies.Sandwell.Sealing), agencies.Leeds.Signing, outside.AddTo);
    }

    private Parcel Parcel(int messages) => Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, messages);

    private Opened Open(byte[] sealedParcel) =>
        new Opener(agencies.Sandwell, new PartnerKeys(agencies.All), new FixedClock(Given.Now)).Open(sealedParcel);
}
