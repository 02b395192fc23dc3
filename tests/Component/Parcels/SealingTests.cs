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
    public void A_changed_byte_anywhere_opens_nothing_else_and_throws_nothing()
    {
        var parcel = Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 1);
        var sealedParcel = Seal(parcel);
        var opened = 0;
        for (var i = 0; i < sealedParcel.Length; i += 5)
        {
            var changed = (byte[])sealedParcel.Clone();
            changed[i] ^= 0x41;
            if (Open(changed).Parcel is not { } other) continue;
            other.ShouldBe(parcel, $"byte {i}");
            opened++;
        }
        opened.ShouldBeLessThan(10, "CMS leaves its version and its list of digests unsigned (RFC 5652, 5.1), and nothing else");
    }

    [Fact]
    public void Bytes_cut_out_doubled_and_scattered_open_nothing_else_and_throw_nothing()
    {
        var parcel = Given.Parcel(agencies.Leeds.Agency, agencies.Sandwell.Agency, 1);
        var sealedParcel = Seal(parcel);
        var random = new Random(11);
        for (var round = 0; round < 1000; round++)
        {
            var (from, length) = (random.Next(sealedParcel.Length - 60), random.Next(1, 60));
            byte[] changed = (round % 3) switch
            {
                0 => [.. sealedParcel[..from], .. sealedParcel[(from + length)..]],
                1 => [.. sealedParcel[..(from + length)], .. sealedParcel[from..]],
                _ => (byte[])sealedParcel.Clone(),
            };
            for (var i = 0; i < random.Next(6); i++) changed[random.Next(round % 2 == 0 ? 80 : changed.Length)] = (byte)random.Next(256);
            if (Open(changed).Parcel is { } other) other.ShouldBe(parcel);
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
