using System.Diagnostics;
using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.Directories;
using InfoSharing.Local;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Keys;

/// <summary>The verbs of keys and directory, as those who hold them type them.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class KeysTests : IDisposable
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _folder = Directory.CreateTempSubdirectory("infosharing-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("signing", "prime256v1")]
    [InlineData("officer", "prime256v1")]
    [InlineData("authority", "secp384r1")]
    [InlineData("sealing", "3072 bit")]
    public async Task A_key_is_its_owners_alone_is_read_by_openssl_and_is_never_written_over(string use, string kind)
    {
        (await Run("keys", "make", use, "--name", "leeds-police", "--out", In("one.pem"))).Code.ShouldBe(0);
        File.GetUnixFileMode(In("one.pem")).ShouldBe(OwnersAlone);
        OpenSsl("x509 -in one.crt -noout -text").ShouldContain(kind);
        OpenSsl("pkey -in one.pem -noout -text").ShouldContain(use == "sealing" ? "3072 bit" : kind);
        var (_, shown, _) = await Run("keys", "show", In("one.crt"));
        shown.ShouldContain(OpenSsl("x509 -in one.crt -noout -fingerprint -sha256").Split('=')[1].Trim());
        shown.ShouldContain("leeds-police");

        var before = await File.ReadAllBytesAsync(In("one.pem"), Stop);
        var (code, _, error) = await Run("keys", "make", use, "--name", "leeds-police", "--out", In("one.pem"));
        (code, error.Trim()).ShouldBe((1, $"{In("one.crt")} is there already, and nothing is written over it: give another name, or move that one away."));
        (await File.ReadAllBytesAsync(In("one.pem"), Stop)).ShouldBe(before);
    }

    [Fact]
    public async Task A_storage_key_is_thirty_two_bytes_and_no_secret_is_made_in_a_repository()
    {
        (await Run("keys", "make", "storage", "--out", In("storage.key"))).Code.ShouldBe(0);
        (new FileInfo(In("storage.key")).Length, File.GetUnixFileMode(In("storage.key"))).ShouldBe((32, OwnersAlone));
        Directory.CreateDirectory(In("work/.git"));
        var (code, _, error) = await Run("keys", "make", "storage", "--out", In("work/storage.key"));
        (code, error.Trim()).ShouldBe((1, $"{In("work/storage.key")} lies in the repository {In("work")}, whose files are copied to others: give --out a place outside it."));
        File.Exists(In("work/storage.key")).ShouldBeFalse();
    }

    [Fact]
    public async Task An_authority_answers_a_request_with_a_certificate_that_openssl_verifies_for_both_ends_and_its_hosts_alone()
    {
        await Run("keys", "make", "authority", "--name", "West Yorkshire", "--out", In("authority.pem"));
        (await Run("keys", "request", "--name", "leeds-police", "--host", "leeds-police.example", "--host", "10.1.2.3", "--out", In("tls.key"))).Code.ShouldBe(0);
        File.GetUnixFileMode(In("tls.key")).ShouldBe(OwnersAlone);
        OpenSsl("req -in tls.csr -noout -verify");
        var (code, said, _) = await Run("keys", "issue", In("tls.csr"), "--authority", In("authority.pem"), "--out", In("tls.crt"));
        (code, said.Contains("the certificate of leeds-police", StringComparison.Ordinal)).ShouldBe((0, true));
        foreach (var purpose in new[] { "sslserver", "sslclient" }) OpenSsl($"verify -CAfile authority.crt -purpose {purpose} tls.crt");
        OpenSsl("x509 -in tls.crt -noout -checkhost leeds-police.example").ShouldContain("does match");
        OpenSsl("x509 -in tls.crt -noout -checkhost sandwell-police.example").ShouldContain("does NOT match");
        using var whole = X509Certificate2.CreateFromPemFile(In("tls.crt"), In("tls.key"));
        whole.HasPrivateKey.ShouldBeTrue();

        await File.WriteAllTextAsync(In("no.csr"), "no request", Stop);
        (await Run("keys", "issue", In("no.csr"), "--authority", In("authority.pem"), "--out", In("no.crt"))).Error.ShouldStartWith($"{In("no.csr")} is no request for a certificate");
    }

    [Fact]
    public async Task Officers_who_never_meet_make_a_directory_that_services_take_and_each_fault_is_said_before()
    {
        await Parties();
        await Run("directory", "draft", "--out", In("draft.json"));
        await Change(draft => draft.Agencies.Add(new DirectoryAgency { Id = "leeds-police", Name = "Leeds police", AreaGss = "E08000035" }));
        var (refused, said, _) = await Run("directory", "check", In("draft.json"));
        refused.ShouldBe(1);
        said.ShouldContain("Wrong: leeds-police lacks a contact.");
        (await Run("directory", "sign", In("draft.json"), "--officer", In("ada.pem"), "--out", In("one.p7"))).Error.ShouldStartWith("No service would take it: leeds-police lacks a contact.");
        await Change(draft => draft.Agencies[0].Contacts = new() { EmergencyPhone = "0113 496 0101", OutOfHoursPhone = "0113 496 0102", DutyInbox = "duty@leeds-police.example", EscalationRoles = { "duty inspector" } });
        (await Run("directory", "enter", In("draft.json"), "--agency", "leeds-police", "--certificate", In("signing.crt"), "--certificate", In("sealing.crt"))).Code.ShouldBe(0);
        (await Run("directory", "check", In("draft.json"))).Code.ShouldBe(0);

        var (_, first, _) = await Run("directory", "sign", In("draft.json"), "--officer", In("ada.pem"), "--out", In("one.p7"));
        string[] officers = ["--officer", In("ada.crt"), "--officer", In("grace.crt"), "--officer", In("edith.crt")];
        (await Run(["directory", "check", In("one.p7"), .. officers])).Output.ShouldContain("Wrong: It carries 1 of the 2 officers' signatures that are needed.");
        (await Run("directory", "sign", In("one.p7"), "--officer", In("ada.pem"), "--out", In("two.p7"))).Error.Trim().ShouldBe("Ada has signed it already: another officer must.");
        var (_, second, _) = await Run("directory", "sign", In("one.p7"), "--officer", In("grace.pem"), "--out", In("two.p7"));
        second.Split(": ")[^1].ShouldBe(first.Split(": ")[^1], "both compare what they signed");
        var (code, taken, _) = await Run(["directory", "check", In("two.p7"), .. officers]);
        code.ShouldBe(0, taken);
        taken.ShouldContain("Signed by Ada");
        taken.ShouldContain("Signed by Grace");

        var trust = new DirectoryTrust { Officers = [.. new[] { "ada", "grace", "edith" }.Select(one => X509CertificateLoader.LoadCertificateFromFile(In($"{one}.crt")))] };
        var reading = SignedDirectory.Read(await File.ReadAllBytesAsync(In("two.p7"), Stop), trust, TimeProvider.System.GetUtcNow());
        reading.Fault.ShouldBeNull();
        reading.Directory!.SigningOf("leeds-police", TimeProvider.System.GetUtcNow()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_that_others_may_read_signs_nothing_and_a_draft_that_says_little_is_shown_all_the_same()
    {
        await Parties();
        await Run("directory", "draft", "--out", In("draft.json"));
        File.SetUnixFileMode(In("ada.pem"), OwnersAlone | UnixFileMode.GroupRead);
        (await Run("directory", "sign", In("draft.json"), "--officer", In("ada.pem"), "--out", In("one.p7"))).Error.Trim().ShouldBe($"{In("ada.pem")} may be read by others than its owner: set its mode to 0600, and think about whether it must be made anew.");
        await Change(draft =>
        {
            draft.ExpiresAt = null;
            draft.Agencies.Add(new DirectoryAgency { Id = "leeds-police", Signing = { new DirectoryAgency.Types.Key { Certificate = ByteString.CopyFrom(1, 2, 3) } } });
        });
        var (shown, words, _) = await Run("directory", "show", In("draft.json"));
        (shown, words.Contains("until a day that is not said", StringComparison.Ordinal), words.Contains("signs        that cannot be read", StringComparison.Ordinal)).ShouldBe((0, true, true));
        (await Run("directory", "check", In("draft.json"))).Output.ShouldContain("Wrong: leeds-police has a key without the time in which it is used.");
        await File.WriteAllTextAsync(In("broken.json"), "{ \"nmber\": 3 }", Stop);
        (await Run("directory", "check", In("broken.json"))).Error.ShouldStartWith($"{In("broken.json")} cannot be read as a draft: ");
    }

    [Fact]
    public async Task A_signing_key_is_switched_once_the_directory_in_force_has_the_next_one_and_both_verify_meanwhile()
    {
        await Directory_();
        (await Run("keys", "next", In("signing.pem"))).Code.ShouldBe(0);
        string[] officers = ["--officer", In("ada.crt"), "--officer", In("grace.crt")];
        (await Run("keys", "switch", In("signing.pem"))).Error.Trim().ShouldBe("A signing key is switched once the directory in force has the next one: give it with --directory, and its officers with --officer.");
        (await Run(["keys", "switch", In("signing.pem"), "--directory", In("in-force.p7"), .. officers])).Error.ShouldStartWith($"Directory 1 does not have {In("signing.next.pem")} as a key in use: nobody would believe what it signs.");

        await Next(async () => (await Run("directory", "enter", In("draft.json"), "--agency", "leeds-police", "--certificate", In("signing.next.crt"))).Code.ShouldBe(0));
        (await Run("directory", "diff", In("in-force.p7"), In("next.p7"))).Output.ShouldContain("+ leeds-police: signing key");
        (await Run(["keys", "switch", In("signing.pem"), "--directory", In("next.p7"), .. officers])).Code.ShouldBe(0);
        Directory.GetFiles(_folder, "retired-signing-*.pem").ShouldHaveSingleItem();
        var (_, shown, _) = await Run("keys", "show", In("signing.crt"), "--directory", In("next.p7"));
        shown.ShouldContain("directory 2: signs for leeds-police");
        InForce("next.p7").SigningOf("leeds-police", TimeProvider.System.GetUtcNow()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_sealing_key_is_switched_before_the_directory_has_the_next_one_so_that_what_is_sealed_to_it_can_be_opened()
    {
        await Directory_();
        await Run("keys", "next", In("sealing.pem"));
        var (code, said, _) = await Run("keys", "switch", In("sealing.pem"));
        code.ShouldBe(0);
        var retired = Directory.GetFiles(_folder, "retired-sealing-*.pem").ShouldHaveSingleItem();
        said.ShouldContain($"Name {retired} in Keys:RetiredSealingFiles");
        (await Run("keys", "switch", In("sealing.pem"))).Error.Trim().ShouldBe($"There is no {In("sealing.next.pem")}: make it with 'keys next {In("sealing.pem")}'.");
    }

    [Fact]
    public async Task A_key_that_is_revoked_speaks_no_more_and_an_agreement_ends_now()
    {
        await Directory_();
        var fingerprint = OpenSsl("x509 -in signing.crt -noout -fingerprint -sha256").Split('=')[1].Trim();
        await Next(async () => (await Run("directory", "revoke", In("draft.json"), "--key", fingerprint[..23])).Code.ShouldBe(0));
        InForce("next.p7").SigningOf("leeds-police", TimeProvider.System.GetUtcNow()).ShouldBeEmpty();
        (await Run("directory", "revoke", In("draft.json"), "--key", "00:11:22:33:44:55:66:77")).Error.ShouldStartWith("The draft has no key of that fingerprint.");
        (await Run("directory", "revoke", In("draft.json"), "--from", "leeds-police", "--to", "nobody")).Error.Trim().ShouldBe("The draft has no agreement from leeds-police to nobody that is not revoked.");
        (await Run("directory", "revoke", In("draft.json"))).Code.ShouldBe(2);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string In(string file) => Path.Combine(_folder, file);

    private async Task Parties()
    {
        foreach (var officer in new[] { "Ada", "Grace", "Edith" }) await Run("keys", "make", "officer", "--name", officer, "--out", In($"{officer.ToLowerInvariant()}.pem"));
        foreach (var use in new[] { "signing", "sealing" }) await Run("keys", "make", use, "--name", "leeds-police", "--out", In($"{use}.pem"));
    }

    // Directory 1, in force.
    private async Task Directory_()
    {
        await Parties();
        await Run("directory", "draft", "--out", In("draft.json"));
        await Change(draft => draft.Agencies.Add(new DirectoryAgency
        {
            Id = "leeds-police", Name = "Leeds police", AreaGss = "E08000035",
            Contacts = new() { EmergencyPhone = "0113 496 0101", OutOfHoursPhone = "0113 496 0102", DutyInbox = "duty@leeds-police.example", EscalationRoles = { "duty inspector" } },
        }));
        await Run("directory", "enter", In("draft.json"), "--agency", "leeds-police", "--certificate", In("signing.crt"), "--certificate", In("sealing.crt"));
        await Sign("in-force.p7");
    }

    // Directory 2, with a change.
    private async Task Next(Func<Task> change)
    {
        File.Delete(In("draft.json"));
        await Run("directory", "draft", In("in-force.p7"), "--out", In("draft.json"));
        await change();
        await Sign("next.p7");
    }

    private async Task Sign(string into)
    {
        (await Run("directory", "sign", In("draft.json"), "--officer", In("ada.pem"), "--out", In($"half-{into}"))).Code.ShouldBe(0);
        (await Run("directory", "sign", In($"half-{into}"), "--officer", In("grace.pem"), "--out", In(into))).Code.ShouldBe(0);
    }

    private AgencyDirectory InForce(string file)
    {
        var trust = new DirectoryTrust { Officers = [.. new[] { "ada", "grace", "edith" }.Select(one => X509CertificateLoader.LoadCertificateFromFile(In($"{one}.crt")))] };
        return SignedDirectory.Read(File.ReadAllBytes(In(file)), trust, TimeProvider.System.GetUtcNow()).Directory.ShouldNotBeNull();
    }

    private async Task Change(Action<DirectoryContent> change)
    {
        var draft = JsonParser.Default.Parse<DirectoryContent>(await File.ReadAllTextAsync(In("draft.json"), Stop));
        change(draft);
        await File.WriteAllTextAsync(In("draft.json"), JsonFormatter.Default.Format(draft), Stop);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (await LocalHost.Run(args, output, error, Stop), output.ToString(), error.ToString());
    }

    private string OpenSsl(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = _folder, RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"openssl {arguments}: {said}");
        return said;
    }
}
