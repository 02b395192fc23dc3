using InfoSharing.Directories;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Tests.Component.Parcels;

namespace InfoSharing.Tests.Component.Directories;

public class InForceTests
{
    private readonly Officers _officers;
    private readonly Agencies _agencies;
    private readonly LogLines<DirectoryInForce> _log = new();
    private readonly DirectoryInForce _inForce;
    private int _changes;

    public InForceTests(Officers officers, Agencies agencies)
    {
        (_officers, _agencies) = (officers, agencies);
        _inForce = new(officers.Trust, new ManualClock(Given.Now), _log);
        _inForce.Changed += (_, _) => _changes++;
    }

    [Fact]
    public void A_good_file_comes_into_force_and_says_so_once()
    {
        _inForce.Current.ShouldBeNull();
        _inForce.Offer(File(5)).Fault.ShouldBeNull();
        _inForce.Offer(File(5)).Fault.ShouldBeNull();
        _inForce.Current.ShouldNotBeNull().Number.ShouldBe(5ul);
        _changes.ShouldBe(1);
        _log.Lines.ShouldBe([(3000, "Directory 5 is in force, with 2 agencies")]);
    }

    [Fact]
    public void A_bad_file_leaves_the_last_good_one_in_force_and_is_reported_once()
    {
        _inForce.Offer(File(5));
        _inForce.Offer([1]).Fault.ShouldNotBeNull();
        _inForce.Offer([2]);
        _inForce.Current!.Number.ShouldBe(5ul);
        _inForce.Fault.ShouldBe("The file is not a signed directory. Fetch it again, whole.");
        _changes.ShouldBe(1);
        _log.Lines.Count(line => line.Id == 3001).ShouldBe(1);
        _inForce.Offer(File(5));
        _inForce.Fault.ShouldBeNull();
    }

    [Fact]
    public void Numbers_only_rise_and_no_two_files_share_one()
    {
        _inForce.Offer(File(6));
        _inForce.Offer(File(5)).Fault!.ShouldStartWith("The directory's number is 5, and 6 was seen before.");
        var other = Given.Directory(_agencies, 6);
        other.Agreements.Clear();
        _inForce.Offer(_officers.Sign(other)).Fault.ShouldBe("Two directories carry the number 6. Each file needs a number of its own: ask the officers which is right.");
        _inForce.Current!.AllowsHandOver(_agencies.Leeds.Agency, _agencies.Sandwell.Agency, default, Given.Now).ShouldBeTrue();
        _inForce.Offer(File(7)).Fault.ShouldBeNull();
        _changes.ShouldBe(2);
    }

    [Fact]
    public void A_third_officers_signature_changes_nothing_in_force()
    {
        _inForce.Offer(File(5));
        _inForce.Offer(SignedDirectory.AlsoSign(File(5), _officers.Third)).Fault.ShouldBeNull();
        _changes.ShouldBe(1);
    }

    [Fact]
    public void Of_many_offered_at_once_the_highest_is_in_force()
    {
        var files = Enumerable.Range(1, 24).Select(number => File((ulong)number)).ToArray();
        Parallel.ForEach(files, file => _inForce.Offer(file));
        _inForce.Current!.Number.ShouldBe(24ul);
    }

    [Fact]
    public void Parcels_are_opened_with_the_keys_of_the_directory_in_force()
    {
        var partners = new DirectoryPartners(_inForce);
        var parcel = Parcels.Given.Parcel(_agencies.Leeds.Agency, _agencies.Sandwell.Agency, 1);
        var sealedParcel = Sealer.Seal(parcel, _agencies.Leeds, _agencies.Sandwell.Sealing);
        var opener = new Opener(_agencies.Sandwell, partners, new ManualClock(Given.Now));
        opener.Open(sealedParcel).Fault.ShouldBe(OpeningFault.UnknownSender);
        _inForce.Offer(File(5));
        opener.Open(sealedParcel).Parcel.ShouldBe(parcel);
        partners.SealingOf(_agencies.Sandwell.Agency, Given.Now)!.Thumbprint.ShouldBe(_agencies.Sandwell.Sealing.Thumbprint);
    }

    private byte[] File(ulong number) => _officers.Sign(Given.Directory(_agencies, number));
}
