using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.Exchange.Parcels.Proofs;
using InfoSharing.Exchange.Parcels.Receipts;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Parcels;

public class ProofTests(Agencies agencies)
{
    [Fact]
    public void Each_message_of_a_parcel_is_proven_alone()
    {
        var (parcel, root) = Opened(5);
        for (var i = 0; i < 5; i++) MessageProof.Of(parcel, root, i).Verify([agencies.Leeds.Signing]).ShouldBe(SealLabel.Of(parcel));
    }

    [Fact]
    public void A_proof_with_anything_changed_proves_nothing()
    {
        var (parcel, root) = Opened(5);
        var (_, other) = Opened(5);
        var proof = MessageProof.Of(parcel, root, 2);
        IReadOnlyList<X509Certificate2> signing = [agencies.Leeds.Signing];
        proof.Verify([agencies.Police.Signing]).ShouldBeNull();
        proof.Verify([]).ShouldBeNull();
        (proof with { Message = [.. proof.Message, 0] }).Verify(signing).ShouldBeNull();
        (proof with { Salt = new byte[16] }).Verify(signing).ShouldBeNull();
        (proof with { Salt = [.. proof.Salt, proof.Message[0]], Message = proof.Message[1..] }).Verify(signing).ShouldBeNull();
        (proof with { Index = 3 }).Verify(signing).ShouldBeNull();
        (proof with { Count = 2 }).Verify(signing).ShouldBeNull();
        (proof with { Path = [.. proof.Path.Skip(1)] }).Verify(signing).ShouldBeNull();
        (proof with { Root = other }).Verify(signing).ShouldBeNull();
        (proof with { Root = root with { Signature = [1, 2, 3] } }).Verify(signing).ShouldBeNull();
        (proof with { Root = root with { SignedAttributes = [] } }).Verify(signing).ShouldBeNull();
    }

    [Fact]
    public void A_message_in_another_agencys_name_is_not_proven_by_the_parcel_it_lies_in()
    {
        var parcel = Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 1);
        parcel.Messages[0].Message = new Message { Id = "one", Sender = agencies.Police.Agency, Recipient = agencies.Sandwell.Agency }.ToByteString();
        MessageProof.Of(parcel, Open(parcel.Rooted()).Proof!, 0).Verify([agencies.Leeds.Signing]).ShouldBeNull();
    }

    [Fact]
    public void A_receipt_proves_that_these_bytes_were_stored_and_no_others()
    {
        var message = new Message { Id = "one", Sender = agencies.Leeds.Agency, Recipient = agencies.Sandwell.Agency };
        var receipt = Given.Receipt(message);
        ReceiptSigner.Sign(receipt, agencies.Sandwell.Signing);
        var proof = new ReceiptProof(message.ToByteArray(), receipt);
        proof.Verify([agencies.Sandwell.Signing]).ShouldBeTrue();
        proof.Verify([agencies.Police.Signing, agencies.Sandwell.Signing]).ShouldBeTrue();
        proof.Verify([agencies.Police.Signing]).ShouldBeFalse();
        proof.Verify([agencies.Sandwell.Sealing]).ShouldBeFalse();
        (proof with { Message = [.. proof.Message, 8, 1] }).Verify([agencies.Sandwell.Signing]).ShouldBeFalse();
        var changed = receipt.Clone();
        changed.StoredAt.Seconds--;
        (proof with { Receipt = changed }).Verify([agencies.Sandwell.Signing]).ShouldBeFalse();
        (proof with { Receipt = new Receipt(receipt) { Signature = ByteString.CopyFromUtf8("no signature") } }).Verify([agencies.Sandwell.Signing]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("leeds-police", "one")]
    [InlineData("sandwell-social-care", "two")]
    public void A_receipt_for_another_recipient_or_message_proves_nothing(string recipient, string id)
    {
        var message = new Message { Id = "one", Sender = agencies.Leeds.Agency, Recipient = agencies.Sandwell.Agency };
        var receipt = Given.Receipt(message);
        receipt.Recipient = recipient;
        receipt.MessageId = id;
        ReceiptSigner.Sign(receipt, agencies.Sandwell.Signing);
        new ReceiptProof(message.ToByteArray(), receipt).Verify([agencies.Sandwell.Signing]).ShouldBeFalse();
    }

    [Fact]
    public void A_receipt_that_names_no_message_is_not_signed_and_not_believed()
    {
        Should.Throw<ArgumentException>(() => ReceiptSigner.Sign(new Receipt(), agencies.Sandwell.Signing));
        ReceiptSigner.IsSignedBy(new Receipt(), [agencies.Sandwell.Signing]).ShouldBeFalse();
    }

    private (Parcel Parcel, RootProof Root) Opened(int messages)
    {
        var opened = Open(Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, messages));
        return (opened.Parcel!, opened.Proof!);
    }

    private Opened Open(Parcel parcel) =>
        new Opener(agencies.Sandwell, new PartnerKeys(agencies.All), new FixedClock(Given.Now)).Open(Sealer.Seal(parcel, agencies.Leeds, agencies.Sandwell.Sealing));
}
