using Google.Protobuf;
using InfoSharing.Client.Proofs;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Client;

public sealed class ReceiptCheckTests
{
    [Fact]
    public void A_receipt_proves_itself_and_names_the_certificate_that_signed()
    {
        var proof = Proofs.One();

        var check = ReceiptCheck.Of(proof);

        check.Holds.ShouldBeTrue(check.Because);
        check.Certificate.ToArray().ShouldBe(proof.Certificates[1].ToByteArray());
    }

    public static TheoryData<string, Action<ProofOfReceipt>> Changes() => new()
    {
        { "other bytes", proof => proof.Message = new Message { Id = Proofs.MessageId }.ToByteString() },
        { "signed bytes are not", proof => proof.Receipt.StoredAt.Seconds++ },
        { "None of the recipient's certificates", proof => proof.Receipt.Signature = ByteString.CopyFrom([.. proof.Receipt.Signature.SkipLast(1), (byte)(proof.Receipt.Signature[^1] ^ 1)]) },
        { "None of the recipient's certificates", proof => proof.Certificates.RemoveAt(1) },
        { "another message or another recipient", proof => { proof.Receipt.Recipient = "leeds-health"; proof.Signed = new Receipt(proof.Receipt) { Signature = ByteString.Empty }.ToByteString(); } },
        { "no receipt", proof => proof.Receipt = null },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Anything_that_is_changed_is_found(string because, Action<ProofOfReceipt> change)
    {
        var proof = Proofs.One();
        change(proof);

        var check = ReceiptCheck.Of(proof);

        check.Holds.ShouldBeFalse();
        check.Because.ShouldContain(because);
    }
}
