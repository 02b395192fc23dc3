using System.Text.Json;
using InfoSharing.Exchange.Development;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Exchange.Identity;
using InfoSharing.Tests.Component.Exchange;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace InfoSharing.Tests.Component.Development;

public class MakingTests
{
    private const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_directory_holds_eight_agencies_of_two_areas_signed_by_two_officers_and_marked_as_development()
    {
        using var network = await Networks.Copied();
        var directory = network.Directory();
        directory.IsDevelopment.ShouldBeTrue();
        directory.Agencies.Select(agency => agency.Id).ShouldBe(
            ["leeds-police", "leeds-social-care", "leeds-health", "leeds-probation", "sandwell-police", "sandwell-social-care", "sandwell-health", "sandwell-probation"]);
        directory.Agencies.Select(agency => agency.AreaGss).Distinct().ShouldBe(["E08000035", "E08000028"]);
        foreach (var agency in directory.Agencies)
        {
            directory.SigningOf(agency.Id, Networks.Made).ShouldHaveSingleItem();
            directory.SealingOf(agency.Id, Networks.Made).ShouldNotBeNull();
            var stem = agency.AreaGss == "E08000035" ? "0113 496 0" : "0121 496 0"; // Ofcom's numbers for drama
            agency.Contacts.EmergencyPhone.ShouldStartWith(stem);
            agency.Contacts.OutOfHoursPhone.ShouldStartWith(stem);
        }
        directory.Agencies.SelectMany(agency => new[] { agency.Contacts.EmergencyPhone, agency.Contacts.OutOfHoursPhone }).ShouldBeUnique();
    }

    [Theory]
    [InlineData("leeds-social-care", "sandwell-social-care", true)]
    [InlineData("sandwell-police", "leeds-police", true)]
    [InlineData("leeds-police", "leeds-social-care", true)]
    [InlineData("leeds-police", "sandwell-social-care", false)]
    [InlineData("leeds-social-care", "leeds-health", false)]
    public async Task Agencies_hand_over_to_their_like_in_the_other_area_and_partners_to_social_care_in_their_own(string from, string to, bool may)
    {
        using var network = await Networks.Copied();
        network.Directory().AllowsHandOver(from, to, InfoSharing.V1.Transfer.Types.Kind.FullTransfer, Networks.Made).ShouldBe(may);
    }

    [Fact]
    public async Task What_is_secret_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such modes.");
        if (OperatingSystem.IsWindows()) return; // for the analyser, which does not know Assert.SkipWhen
        var made = await SharedNetwork.Network; // a copy has the modes of whoever copied it
        foreach (var agency in DevelopmentNetwork.Agencies)
        {
            var keys = Path.Combine(made.Folder, agency.Id, "keys");
            foreach (var file in Directory.EnumerateFiles(keys).Append(made.TokenFileOf(agency.Id))) File.GetUnixFileMode(file).ShouldBe(Owners, file);
            foreach (var folder in new[] { keys, Path.Combine(made.Folder, agency.Id), Path.Combine(made.Folder, agency.Id, "ledger") }) File.GetUnixFileMode(folder).ShouldBe(Owners | UnixFileMode.UserExecute, folder);
        }
        foreach (var officer in Directory.EnumerateFiles(Path.Combine(made.Folder, "authority"))) File.GetUnixFileMode(officer).ShouldBe(Owners, officer);
    }

    [Fact]
    public async Task A_token_is_thirty_two_bytes_and_the_service_keeps_its_digest_alone()
    {
        using var network = await Networks.Copied();
        System.Buffers.Text.Base64Url.DecodeFromChars(network.Token).Length.ShouldBe(32);
        var known = TokensFile.Read(Path.Combine(network.Folder, "leeds-police", "tokens.json")).Where(token => token.Role == "system").ShouldHaveSingleItem();
        known.Sha256.ShouldBe(TokensFile.DigestOf(network.Token));
        (known.Name, known.Role, known.Expires).ShouldBe(("leeds-police development system", "system", Networks.Made.AddDays(365)));
        File.ReadAllText(Path.Combine(network.Folder, "leeds-police", "tokens.json")).ShouldNotContain(network.Token);
    }

    [Fact]
    public async Task Two_operators_have_a_token_each_and_no_other_role()
    {
        using var network = await Networks.Copied();
        var operators = TokensFile.Read(Path.Combine(network.Folder, "leeds-police", "tokens.json")).Where(token => token.Role == "operator").ToDictionary(token => token.Sha256, token => token.Name);
        string NameOf(string which) => operators[TokensFile.DigestOf(File.ReadAllText(Path.Combine(network.Folder, "leeds-police", $"{which}-operator.token")).Trim())];
        (NameOf("first"), NameOf("second")).ShouldBe(("leeds-police first operator (development)", "leeds-police second operator (development)"));
    }

    [Fact]
    public async Task Network_json_says_who_is_where()
    {
        using var network = await Networks.Copied();
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(network.Folder, "network.json")));
        var second = json.RootElement.GetProperty("agencies")[1];
        second.GetRawText().ReplaceLineEndings("").Replace("  ", "").ShouldBe(
            """{"id": "leeds-social-care","name": "Leeds children\u0027s social care","kind": "SOCIAL_CARE","areaGss": "E08000035","address": "http://127.0.0.1:5751","tokenFile": "leeds-social-care/token"}""".Replace("  ", ""));
    }

    [Fact]
    public async Task Opening_a_whole_network_changes_nothing()
    {
        using var network = await Networks.Copied();
        var before = network.Files();
        await network.Open(Networks.Made.AddDays(300));
        network.Files().ShouldBe(before);
    }

    [Fact]
    public async Task A_making_that_was_killed_goes_on_wherever_it_stopped()
    {
        using var whole = await Networks.Copied();
        // The order of making, so that what a kill leaves is all before some point: and half of what it was writing just then.
        string[] order = ["network.json", "directory.p7", "sandwell-probation/keys/signing.pem", "leeds-police/tokens.json", "leeds-police/token", "leeds-police/keys/storage.key", "authority/officer-3.crt", "authority/officer-2.pem"];
        foreach (var file in order)
        {
            File.Delete(Path.Combine(whole.Folder, file));
            await File.WriteAllTextAsync(Path.Combine(whole.Folder, file + ".new"), "half of", Stop);
            using var killed = await CopyOf(whole);
            await killed.Open();
            var directory = killed.Directory();
            directory.Agencies.Count.ShouldBe(8, file);
            foreach (var agency in directory.Agencies)
                directory.SigningOf(agency.Id, Networks.Made).ShouldHaveSingleItem().Thumbprint.ShouldBe(DevelopmentKeys.Read(Path.Combine(killed.Folder, agency.Id, "keys", "signing.pem")).Thumbprint, file);
            TokensFile.Read(Path.Combine(killed.Folder, "leeds-police", "tokens.json")).ShouldContain(token => token.Sha256 == TokensFile.DigestOf(killed.Token), file);
            new FileInfo(Path.Combine(killed.Folder, "leeds-police", "keys", "storage.key")).Length.ShouldBe(32, file);
        }
    }

    [Fact]
    public async Task Keys_and_tokens_that_end_soon_are_renewed_and_the_directorys_number_rises()
    {
        using var network = await Networks.Copied();
        var later = Networks.Made.AddDays(340);
        var (before, token) = (network.Directory(), network.Token);
        var old = before.SigningOf("leeds-police", Networks.Made).ShouldHaveSingleItem();
        var opened = await network.Open(later);
        var after = network.Directory(later);
        after.Number.ShouldBeGreaterThan(before.Number);
        after.SigningOf("leeds-police", later).Select(key => key.Thumbprint).ShouldContain(old.Thumbprint, "what it signed must still verify");
        after.SigningOf("leeds-police", later).Count.ShouldBe(2);
        after.SealingOf("leeds-police", later)!.Thumbprint.ShouldNotBe(before.SealingOf("leeds-police", Networks.Made)!.Thumbprint);
        network.Token.ShouldNotBe(token);
        opened.SettingsOf("leeds-police").Count(setting => setting.Key.StartsWith("Keys:RetiredSealingFiles", StringComparison.Ordinal)).ShouldBe(1, "parcels sealed to it may be on their way");
    }

    [Fact]
    public async Task A_directory_that_was_lost_comes_back_with_a_higher_number()
    {
        using var network = await Networks.Copied();
        var before = network.Directory().Number;
        File.Delete(network.DirectoryFile);
        await network.Open(Networks.Made.AddSeconds(1));
        network.Directory().Number.ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task A_storage_key_that_was_lost_is_never_replaced_beside_its_ledger()
    {
        using var network = await Networks.Copied();
        var key = Path.Combine(network.Folder, "leeds-police", "keys", "storage.key");
        await File.WriteAllTextAsync(Path.Combine(network.Folder, "leeds-police", "ledger", "ledger.db"), "", Stop);
        File.Delete(key);
        await network.Open();
        File.Exists(key).ShouldBeFalse();
    }

    [Fact]
    public async Task A_token_that_somebody_added_stays()
    {
        using var network = await Networks.Copied();
        var file = Path.Combine(network.Folder, "leeds-police", "tokens.json");
        var added = new KnownToken(new string('a', 64), "the operator's", Roles.Operator, Networks.Made.AddYears(5));
        await File.WriteAllBytesAsync(file, TokensFile.Form([.. TokensFile.Read(file), added]), Stop);
        await network.Open(Networks.Made.AddDays(340));
        TokensFile.Read(file).ShouldContain(added);
    }

    [Fact]
    public async Task Outside_Development_there_is_none()
    {
        using var network = await Networks.Copied();
        var refused = await Should.ThrowAsync<CannotStartException>(() => DevelopmentNetwork.OpenAsync(network.Folder, new HostingEnvironment { EnvironmentName = Environments.Production }, TimeProvider.System, null, Stop));
        refused.Message.ShouldBe("Development keys and tokens are for Development alone, and this process runs in Production: give it keys, directory and tokens of its own in its settings.");
    }

    private static async Task<Networks> CopyOf(Networks from)
    {
        var copy = await Networks.Copied();
        foreach (var file in copy.Files().Keys.Except(from.Files().Keys)) File.Delete(Path.Combine(copy.Folder, file));
        foreach (var file in from.Files().Keys) File.Copy(Path.Combine(from.Folder, file), Path.Combine(copy.Folder, file), overwrite: true);
        return copy;
    }
}
