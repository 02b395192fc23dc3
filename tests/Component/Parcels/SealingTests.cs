using Google.Protobuf;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Parcels;

public class SealingTests(Agencies agencies) : IClassFixture<Agencies>
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
        for (var i = 0; i < sealedParcel.Length; i += 7)
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

    [Fact]
    public void A_parcel_for_another_agency_is_not_for_us() =>
        Open(Seal(Given.Parcel(agencies.Leeds.Agency, agencies.Police.Agency, 1), agencies.Police)).Fault.ShouldBe(OpeningFault.NotForUs);

    [Fact]
    public void A_sender_who_is_not_in_the_directory_is_unknown()
    {
        var stranger = Agencies.Keys("elsewhere-social-care");
        var parcel = Given.Parcel(stranger.Agency, agencies.Sandwell.Agency, 1);
        Open(Sealer.Seal(parcel, stranger, agencies.Sandwell.Sealing)).Fault.ShouldBe(OpeningFault.UnknownSender);
    }

    [Fact]
    public void A_key_speaks_for_no_other_agency()
    {
        var forged = new AgencyKeys(agencies.Leeds.Agency, agencies.Police.Signing, agencies.Police.Sealing);
        var parcel = Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 1);
        Open(Sealer.Seal(parcel, forged, agencies.Sandwell.Sealing)).Fault.ShouldBe(OpeningFault.OuterSignature);
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
    public void A_parcel_whose_messages_do_not_make_its_root_is_no_parcel()
    {
        var parcel = Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 2);
        parcel.Messages.RemoveAt(1);
        Open(Seal(parcel)).Fault.ShouldBe(OpeningFault.NotAParcel);
    }

    [Fact]
    public void An_envelope_that_was_sealed_to_another_key_is_not_decrypted()
    {
        var parcel = Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 1);
        Open(Sealer.Seal(parcel, agencies.Leeds, agencies.Police.Sealing)).Fault.ShouldBe(OpeningFault.NotDecrypted);
    }

    [Fact]
    public void A_parcel_of_the_largest_size_goes_and_comes()
    {
        var parcel = Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 1);
        parcel.Messages[0].Message = ByteString.CopyFrom(new byte[10 * 1024 * 1024]);
        parcel.MerkleRoot = ByteString.CopyFrom(Sealer.RootOf(parcel));
        Open(Seal(parcel)).Parcel.ShouldBe(parcel);
    }

    private byte[] Seal(Parcel parcel, AgencyKeys? recipient = null) =>
        Sealer.Seal(parcel, agencies.Leeds, (recipient ?? agencies.Sandwell).Sealing);

    private Opened Open(byte[] sealedParcel) =>
        new Opener(agencies.Sandwell, new PartnerKeys(agencies.All), new FixedClock(Given.Now)).Open(sealedParcel);
}
