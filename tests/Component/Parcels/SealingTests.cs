using Google.Protobuf;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Parcels;

public class SealingTests(Agencies agencies)
{
    [Fact]
    public void What_was_sealed_is_opened_whole()
    {
        var parcel = Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 5);
        var opened = Open(Seal(parcel));
        opened.Fault.ShouldBeNull();
        opened.Parcel.ShouldBe(parcel);
    }

    [Fact]
    public void A_changed_byte_anywhere_opens_nothing_and_throws_nothing()
    {
        var sealedParcel = Seal(Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 1));
        for (var i = 0; i < sealedParcel.Length; i += 5)
        {
            var changed = (byte[])sealedParcel.Clone();
            changed[i] ^= 0x41;
            Open(changed).Parcel.ShouldBeNull($"byte {i}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(-1)]
    public void A_truncated_or_lengthened_parcel_is_no_seal(int length)
    {
        var sealedParcel = Seal(Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 1));
        byte[] changed = length < 0 ? [.. sealedParcel, 0, 0, 0] : sealedParcel[..length];
        Open(changed).Fault.ShouldBe(OpeningFault.NotASeal);
    }

    [Theory]
    [InlineData(-30 * 24 * 60, true)]
    [InlineData((-30 * 24 * 60) - 1, false)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void A_parcel_of_thirty_days_back_to_ten_minutes_ahead_is_opened(int minutes, bool opened)
    {
        var parcel = Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 1, Given.Now.AddMinutes(minutes));
        Open(Seal(parcel)).Fault.ShouldBe(opened ? null : OpeningFault.NotItsTime);
    }

    [Fact]
    public void What_no_recipient_would_open_is_not_sealed()
    {
        var parcel = Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 2);
        parcel.Messages.RemoveAt(1);
        Should.Throw<ArgumentException>(() => Seal(parcel));
        Should.Throw<ArgumentException>(() => Seal(Given.Parcel(agencies.Police.Agency, agencies.Sandwell.Agency, 2)));
        Should.Throw<ArgumentException>(() => Seal(Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 257)));
    }

    [Fact]
    public void A_full_parcel_and_one_of_receipts_alone_are_opened()
    {
        Open(Seal(Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 256))).Fault.ShouldBeNull();
        var receipts = Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 0);
        receipts.Receipts.Add(new Receipt { MessageId = "one", Recipient = agencies.Leeds.Agency });
        Open(Seal(receipts.Rooted())).Parcel.ShouldBe(receipts);
    }

    [Fact]
    public void A_parcel_that_was_sealed_to_a_key_since_replaced_is_opened_with_it()
    {
        var parcel = Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 1);
        var replaced = agencies.Sandwell with { Sealing = agencies.Police.Sealing, Retired = [agencies.Sandwell.Sealing] };
        new Opener(replaced, new PartnerKeys(agencies.All), new FixedClock(Given.Now)).Open(Seal(parcel)).Fault.ShouldBeNull();
    }

    [Fact]
    public void A_parcel_of_the_largest_size_goes_and_comes()
    {
        var parcel = Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 1);
        parcel.Messages[0].Message = ByteString.CopyFrom(new byte[10 * 1024 * 1024]);
        Open(Seal(parcel.Rooted())).Parcel.ShouldBe(parcel);
    }

    private byte[] Seal(Parcel parcel) => Sealer.Seal(parcel, agencies.Leeds, agencies.Sandwell.Sealing);

    private Opened Open(byte[] sealedParcel) =>
        new Opener(agencies.Sandwell, new PartnerKeys(agencies.All), new FixedClock(Given.Now)).Open(sealedParcel);
}
