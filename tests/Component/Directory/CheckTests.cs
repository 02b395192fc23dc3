using Google.Protobuf.WellKnownTypes;
using InfoSharing.Directories;
using InfoSharing.Tests.Component.Parcels;

namespace InfoSharing.Tests.Component.Directories;

/// <summary>What is said of a directory before it is signed: all of it at once.</summary>
public class CheckTests(Agencies agencies)
{
    [Fact]
    public void Everything_for_which_no_service_would_take_it_is_said_at_once()
    {
        var (before, directory) = (Given.Directory(agencies, 7), Given.Directory(agencies, 7));
        directory.ExpiresAt = Given.Now.AddDays(-2).ToTimestamp();
        directory.Agencies[0].Contacts.DutyInbox = "";
        directory.Agencies[1].Signing.Add(directory.Agencies[0].Signing[0]);
        directory.Agreements.Add(Given.Agreement("leeds-social-care", "nobody"));
        DirectoryCheck.Faults(directory, before, Given.Now).ShouldBe(
        [
            "The directory's number is 7, and that of the file in force is 7. Each file needs a higher one.",
            "The directory ends before it begins.",
            "leeds-social-care lacks a contact. Each agency needs an emergency telephone, an out-of-hours telephone, a duty inbox and at least one escalation role.",
            "sandwell-social-care and leeds-social-care have a key in common. Each key speaks for one agency.",
            "The directory has an agreement from leeds-social-care to nobody, and has not both of them.",
        ]);
        DirectoryCheck.Faults(Given.Directory(agencies, 8), before, Given.Now).ShouldBeEmpty();
    }

    [Fact]
    public void What_ends_before_the_file_does_or_holds_twice_is_to_be_looked_at()
    {
        var directory = Given.Directory(agencies);
        directory.ExpiresAt = Given.Now.AddDays(60).ToTimestamp();
        directory.Agencies[0].Signing[0].NotAfter = Given.Now.AddDays(20).ToTimestamp();
        directory.Agencies[1].Sealing.Clear();
        directory.Agreements.Add(Given.Agreement("leeds-social-care", "sandwell-social-care"));
        DirectoryCheck.Remarks(directory, Given.Now).ShouldBe(
        [
            "leeds-social-care has no signing key from 22 November 2026, before the file expires: from then nobody believes what it sends. Enter its next one.",
            "sandwell-social-care has no sealing key that is in use now: what is for it is held.",
            "The agreement from leeds-social-care to sandwell-social-care ends on 12 November 2026, before the file expires: its hand-overs stop then.",
            "Two agreements from leeds-social-care to sandwell-social-care hold at the same time: revoking one leaves the other. Leave one of them out.",
            "The agreement from leeds-social-care to sandwell-social-care ends on 12 November 2026, before the file expires: its hand-overs stop then.",
        ]);
    }

    [Fact]
    public void Keys_that_overlap_while_they_rotate_are_as_they_should_be()
    {
        var directory = Given.Directory(agencies);
        directory.ExpiresAt = Given.Now.AddDays(60).ToTimestamp();
        directory.Agreements.Clear();
        var keys = directory.Agencies[0].Signing;
        keys.Add(keys[0].Clone());
        (keys[0].NotAfter, keys[1].NotBefore) = (Given.Now.AddDays(20).ToTimestamp(), Given.Now.AddDays(10).ToTimestamp());
        DirectoryCheck.Remarks(directory, Given.Now).ShouldBeEmpty();
        keys[1].NotBefore = Given.Now.AddDays(21).ToTimestamp();
        DirectoryCheck.Remarks(directory, Given.Now).ShouldHaveSingleItem().ShouldStartWith("leeds-social-care has no signing key from 22 November 2026");
    }
}
