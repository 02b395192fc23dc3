using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.Directories;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Directories;

public class SignatureTests(Officers officers, Agencies agencies)
{
    private const string OneOfTwo = "The directory carries 1 of the 2 officers' signatures that are needed. Have another officer sign it.";
    private const string NoneOfTwo = "The directory carries 0 of the 2 officers' signatures that are needed. Have another officer sign it.";

    [Fact]
    public void Any_two_of_three_officers_suffice()
    {
        foreach (var pair in new[] { (officers.First, officers.Second), (officers.Third, officers.First), (officers.Second, officers.Third) })
            Read(SignedDirectory.Sign(Content, pair.Item1, pair.Item2)).Directory.ShouldNotBeNull().Number.ShouldBe(5ul);
        Read(SignedDirectory.Sign(Content, officers.First, officers.Second, officers.Third)).Fault.ShouldBeNull();
    }

    [Fact]
    public void A_second_officer_can_sign_what_a_first_one_signed()
    {
        var file = SignedDirectory.Sign(Content, officers.First);
        Read(file).Fault.ShouldBe(OneOfTwo);
        Read(SignedDirectory.AlsoSign(file, officers.Third)).Fault.ShouldBeNull();
    }

    [Fact]
    public void One_officer_who_signs_twice_counts_once() =>
        Read(SignedDirectory.Sign(Content, officers.First, officers.First)).Fault.ShouldBe(OneOfTwo);

    [Fact]
    public void One_key_that_is_pinned_in_two_certificates_counts_once()
    {
        using var key = officers.First.GetECDsaPrivateKey()!;
        var request = new CertificateRequest("CN=first again", key, HashAlgorithmName.SHA256);
        using var again = request.CreateSelfSigned(Given.Now.AddDays(-1), Given.Now.AddDays(1));
        var trust = officers.Trust with { Officers = [officers.First, again] };
        SignedDirectory.Read(SignedDirectory.Sign(Content, officers.First, again), trust, Given.Now).Fault.ShouldBe(OneOfTwo);
    }

    [Fact]
    public void A_stranger_counts_for_nothing_and_does_no_harm()
    {
        using var stranger = Officers.Certificate("stranger");
        Read(SignedDirectory.Sign(Content, officers.First, stranger)).Fault.ShouldBe(OneOfTwo);
        Read(SignedDirectory.Sign(Content, officers.First, stranger, officers.Second)).Fault.ShouldBeNull();
    }

    [Fact]
    public void A_file_that_nobody_signed_is_not_taken_and_not_made()
    {
        var signed = new SignedCms();
        signed.Decode(SignedDirectory.Sign(Content, officers.First));
        signed.RemoveSignature(0);
        Read(signed.Encode()).Fault.ShouldBe(NoneOfTwo);
        Should.Throw<InvalidOperationException>(() => SignedDirectory.Sign(Content));
    }

    [Fact]
    public void Forgers_who_enclose_certificates_of_the_officers_key_ids_count_for_nothing()
    {
        var signed = new SignedCms(new ContentInfo(Content.ToByteArray()), detached: false);
        foreach (var officer in new[] { officers.First, officers.Second })
        {
            using var forged = Officers.Certificate("forger", officer.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifierBytes.Span);
            signed.ComputeSignature(new CmsSigner(SubjectIdentifierType.SubjectKeyIdentifier, forged) { IncludeOption = X509IncludeOption.EndCertOnly }, silent: true);
        }
        Read(signed.Encode()).Fault.ShouldBe(NoneOfTwo);
    }

    [Fact]
    public void Officers_who_enclose_their_own_certificates_count()
    {
        var signed = new SignedCms(new ContentInfo(Content.ToByteArray()), detached: false);
        foreach (var officer in new[] { officers.First, officers.Second })
            signed.ComputeSignature(new CmsSigner(SubjectIdentifierType.SubjectKeyIdentifier, officer) { IncludeOption = X509IncludeOption.EndCertOnly }, silent: true);
        Read(signed.Encode()).Fault.ShouldBeNull();
    }

    [Fact]
    public void Every_truncation_is_a_fault_and_no_changed_byte_says_anything_else_or_throws()
    {
        var file = officers.Sign(Content);
        var taken = 0;
        for (var i = 0; i < file.Length; i += 3)
        {
            Read(file[..i]).Fault.ShouldNotBeNull();
            var changed = (byte[])file.Clone();
            changed[i] ^= 0x21;
            if (Read(changed).Directory is not { } other) continue;
            other.Equivalent(Read(file).Directory).ShouldBeTrue($"byte {i}");
            taken++;
        }
        taken.ShouldBeLessThan(10, "CMS leaves its version and its list of digests unsigned (RFC 5652, 5.1), and nothing else");
        Read([.. file, 0]).Fault.ShouldNotBeNull();
    }

    [Fact]
    public void Garbage_that_two_officers_signed_throws_nothing()
    {
        var good = Content.ToByteArray();
        var random = new Random(7);
        var taken = 0;
        for (var round = 0; round < 400; round++)
        {
            var garbage = round % 4 == 0 ? good[..random.Next(good.Length)] : (byte[])good.Clone();
            for (var i = 0; i < 3 && garbage.Length > 0; i++) garbage[random.Next(Math.Min(garbage.Length, round % 2 == 0 ? 60 : int.MaxValue))] = (byte)random.Next(256);
            var signed = new SignedCms(new ContentInfo(garbage), detached: false);
            foreach (var officer in new[] { officers.First, officers.Second })
                signed.ComputeSignature(new CmsSigner(SubjectIdentifierType.SubjectKeyIdentifier, officer) { IncludeOption = X509IncludeOption.None }, silent: true);
            if (Read(signed.Encode()).Directory is not { } directory) continue;
            taken++;
            foreach (var agency in directory.Agencies)
            {
                directory.SigningOf(agency.Id, Given.Now);
                directory.SealingOf(agency.Id, DateTimeOffset.MaxValue);
                directory.SettingsOf(agency.Id);
                directory.AllowsHandOver(agency.Id, agency.Id, default, DateTimeOffset.MinValue);
            }
        }
        taken.ShouldBeInRange(1, 399, "some of it still is a directory, and some is not");
    }

    private DirectoryContent Content => Given.Directory(agencies);

    private DirectoryReading Read(byte[] file) => SignedDirectory.Read(file, officers.Trust, Given.Now);
}
