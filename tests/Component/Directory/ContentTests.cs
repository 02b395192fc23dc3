using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Directories;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Directories;

public class ContentTests(Officers officers, Agencies agencies)
{
    [Fact]
    public void A_number_below_the_highest_seen_is_a_rollback_and_the_highest_is_none()
    {
        Fault(Content, officers.Trust with { HighestSeen = 6 }).ShouldBe("The directory's number is 5, and 6 was seen before. An older file must not come back: ask the officers for the newest.");
        Fault(Content, officers.Trust with { HighestSeen = 5 }).ShouldBeNull();
    }

    [Fact]
    public void One_that_does_not_hold_yet_is_not_taken_until_it_does()
    {
        var content = Content;
        content.NotBefore = Given.Now.AddSeconds(1).ToTimestamp();
        Fault(content).ShouldBe("The directory does not hold before 2026-11-02T10:00:01.0000000+00:00.");
        content.NotBefore = Given.Now.ToTimestamp();
        Fault(content).ShouldBeNull();
    }

    [Fact]
    public void An_expired_one_is_taken_and_stops_hand_overs()
    {
        var content = Content;
        content.ExpiresAt = Given.Now.ToTimestamp();
        var directory = Read(content).Directory.ShouldNotBeNull();
        directory.HasExpired(Given.Now).ShouldBeTrue();
        directory.HasExpired(Given.Now.AddTicks(-1)).ShouldBeFalse();
        Allows(directory, Given.Now).ShouldBeFalse();
        Allows(directory, Given.Now.AddTicks(-1)).ShouldBeTrue();
        directory.SealingOf(agencies.Sandwell.Agency, Given.Now).ShouldNotBeNull("a notification still goes");
    }

    [Fact]
    public void A_development_directory_is_taken_in_Development_alone()
    {
        var content = Content;
        content.Development = true;
        Fault(content).ShouldBe("The directory is one of a development authority. A service outside Development takes none of those.");
        Fault(content, officers.Trust with { AllowsDevelopment = true }).ShouldBeNull();
    }

    [Theory]
    [InlineData("emergency telephone")]
    [InlineData("out-of-hours telephone")]
    [InlineData("duty inbox")]
    [InlineData("escalation roles")]
    [InlineData("all")]
    public void An_agency_without_one_of_its_four_contacts_is_not_taken(string missing)
    {
        var content = Content;
        var agency = content.Agencies[1];
        if (missing == "emergency telephone") agency.Contacts.EmergencyPhone = " ";
        if (missing == "out-of-hours telephone") agency.Contacts.OutOfHoursPhone = "";
        if (missing == "duty inbox") agency.Contacts.DutyInbox = "";
        if (missing == "escalation roles") agency.Contacts.EscalationRoles.Clear();
        if (missing == "all") agency.Contacts = null;
        Fault(content).ShouldBe("sandwell-social-care lacks a contact. Each agency needs an emergency telephone, an out-of-hours telephone, a duty inbox and at least one escalation role.");
    }

    [Fact]
    public void A_key_in_two_entries_is_not_taken_though_it_stands_in_two_certificates()
    {
        using var key = System.Security.Cryptography.X509Certificates.ECDsaCertificateExtensions.GetECDsaPrivateKey(agencies.Leeds.Signing)!;
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=another", key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        using var again = request.CreateSelfSigned(Given.Now.AddDays(-1), Given.Now.AddDays(1));
        var content = Content;
        content.Agencies[1].Signing.Add(Given.Key(again, -1, 1));
        Fault(content).ShouldBe("sandwell-social-care and leeds-social-care have a key in common. Each key speaks for one agency.");
    }

    [Theory]
    [InlineData("an agency twice", "The directory has leeds-social-care twice.")]
    [InlineData("no id", "The directory has an agency without an id.")]
    [InlineData("no time of a key", "sandwell-social-care has a key without the time in which it is used.")]
    [InlineData("no certificate", "sandwell-social-care has a certificate that cannot be read.")]
    [InlineData("RSA to sign", "sandwell-social-care has a key of the wrong kind. Agencies sign with ECDSA P-256 and are sealed to with RSA-3072.")]
    [InlineData("ECDSA to seal", "sandwell-social-care has a key of the wrong kind. Agencies sign with ECDSA P-256 and are sealed to with RSA-3072.")]
    [InlineData("an agreement with nobody", "The directory has an agreement from leeds-social-care to nobody, and has not both of them.")]
    [InlineData("an agreement without end", "The agreement from leeds-social-care to sandwell-social-care does not say from when and until when it holds.")]
    [InlineData("an impossible revocation", "The agreement from leeds-social-care to sandwell-social-care does not say from when and until when it holds.")]
    [InlineData("no time", "The directory does not say from when and until when it holds.")]
    [InlineData("an impossible time", "The directory does not say from when and until when it holds.")]
    public void What_no_directory_may_lack_is_said_in_one_sentence(string what, string fault)
    {
        var content = Content;
        var agency = content.Agencies[1];
        switch (what)
        {
            case "an agency twice": content.Agencies.Add(content.Agencies[0].Clone()); break;
            case "no id": agency.Id = ""; break;
            case "no time of a key": agency.Sealing[0].NotAfter = null; break;
            case "no certificate": agency.Signing[0].Certificate = ByteString.CopyFrom(1, 2, 3); break;
            case "RSA to sign": agency.Signing.Add(agency.Sealing[0]); break;
            case "ECDSA to seal": agency.Sealing.Add(agency.Signing[0]); break;
            case "an agreement with nobody": content.Agreements[0].To = "nobody"; break;
            case "an agreement without end": content.Agreements[0].ExpiresAt = null; break;
            case "an impossible revocation": content.Agreements[0].RevokedAt = new Timestamp { Nanos = -1 }; break;
            case "no time": content.ExpiresAt = null; break;
            case "an impossible time": content.NotBefore = new Timestamp { Seconds = long.MinValue }; break;
            default: throw new InvalidOperationException(what);
        }
        Fault(content).ShouldBe(fault);
    }

    private DirectoryContent Content => Given.Directory(agencies);

    private bool Allows(AgencyDirectory directory, DateTimeOffset at) =>
        directory.AllowsHandOver(agencies.Leeds.Agency, agencies.Sandwell.Agency, Transfer.Types.Kind.FullTransfer, at);

    private DirectoryReading Read(DirectoryContent content, DirectoryTrust? trust = null) => SignedDirectory.Read(officers.Sign(content), trust ?? officers.Trust, Given.Now);

    private string? Fault(DirectoryContent content, DirectoryTrust? trust = null) => Read(content, trust).Fault;
}
