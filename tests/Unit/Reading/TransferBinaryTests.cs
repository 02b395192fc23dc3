using Google.Protobuf;
using InfoSharing.V1;
using InfoSharing.Validator.Reading;

namespace InfoSharing.Tests.Unit.Reading;

public sealed class TransferBinaryTests
{
    private static readonly Transfer Small = TransferFile.Read(SmallTransfer.Bytes).Transfer!;

    [Fact]
    public void Binary_is_told_from_JSON_and_read() => TransferFile.Read(Small.ToByteArray()).Transfer.ShouldBe(Small);

    [Fact]
    public void A_binary_transfer_that_was_cut_off_says_so()
    {
        var read = TransferFile.Read(Small.ToByteArray().AsSpan(0, 200));

        read.Transfer.ShouldBeNull();
        read.Faults.ShouldHaveSingleItem().Words.ShouldContain("cut off");
    }

    [Fact]
    public void Fields_of_a_newer_version_refuse_a_hand_over_for_no_view_can_judge_them() =>
        TransferFile.Read(WithUnknownField(Small)).Faults.ShouldHaveSingleItem().Words.ShouldContain("does not know");

    [Fact]
    public void Fields_of_a_newer_version_do_not_stop_an_alert_and_are_owed()
    {
        var alert = Small.Clone();
        alert.Kind = Transfer.Types.Kind.Notification;

        var read = TransferFile.Read(WithUnknownField(alert)).Transfer!;

        read.KeptAsText.Count.ShouldBe(1);
        read.KeptAsText.Clear();
        read.ToByteArray().ShouldBe(alert.ToByteArray());
    }

    // Field 999, a string.
    private static byte[] WithUnknownField(Transfer transfer) => [.. transfer.ToByteArray(), 0xBA, 0x3E, 0x01, (byte)'x'];
}
