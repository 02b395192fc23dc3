using Google.Protobuf.WellKnownTypes;
using InfoSharing.Directories;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Tests.Component.Directories;

public class AskingTests(Officers officers, Agencies agencies)
{
    [Fact]
    public void While_keys_rotate_both_verify_and_the_one_that_lasts_longer_is_sealed_to()
    {
        using var next = Officers.Certificate("next");
        var content = Given.Directory(agencies);
        content.Agencies[0].Signing.Clear();
        content.Agencies[0].Signing.Add([Given.Key(agencies.Leeds.Signing, -10, 2), Given.Key(next, 1, 50)]);
        content.Agencies[0].Sealing.Clear();
        content.Agencies[0].Sealing.Add([Given.Key(agencies.Leeds.Sealing, -10, 2), Given.Key(agencies.Police.Sealing, 1, 50)]);
        var directory = Read(content);
        Signing(0).ShouldBe([agencies.Leeds.Signing.Thumbprint]);
        Signing(1).ShouldBe([next.Thumbprint, agencies.Leeds.Signing.Thumbprint]);
        Signing(2).ShouldBe([next.Thumbprint]);
        Signing(50).ShouldBeEmpty();
        Sealing(0).ShouldBe(agencies.Leeds.Sealing.Thumbprint);
        Sealing(1).ShouldBe(agencies.Police.Sealing.Thumbprint);
        Sealing(50).ShouldBeNull();

        string[] Signing(int days) => [.. directory.SigningOf(agencies.Leeds.Agency, Given.Now.AddDays(days)).Select(one => one.Thumbprint)];
        string? Sealing(int days) => directory.SealingOf(agencies.Leeds.Agency, Given.Now.AddDays(days))?.Thumbprint;
    }

    [Fact]
    public void A_key_is_not_in_use_outside_its_certificates_own_time()
    {
        var content = Given.Directory(agencies);
        content.Agencies[0].Signing[0] = Given.Key(agencies.Leeds.Signing, -1000, 1000);
        var directory = Read(content);
        directory.SigningOf(agencies.Leeds.Agency, new(2025, 12, 31, 23, 59, 59, TimeSpan.Zero)).ShouldBeEmpty();
        directory.SigningOf(agencies.Leeds.Agency, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).Count.ShouldBe(1);
        directory.SigningOf(agencies.Leeds.Agency, new(2028, 1, 2, 0, 0, 0, TimeSpan.Zero)).ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_agency_has_no_keys_and_no_agreement()
    {
        var directory = Read(Given.Directory(agencies));
        directory.Find("nobody").ShouldBeNull();
        directory.SigningOf("nobody", Given.Now).ShouldBeEmpty();
        directory.SealingOf("nobody", Given.Now).ShouldBeNull();
        directory.AllowsHandOver("nobody", agencies.Sandwell.Agency, Kind.FullTransfer, Given.Now).ShouldBeFalse();
    }

    [Fact]
    public void An_agreement_holds_one_way_for_its_kinds_and_in_its_time()
    {
        var content = Given.Directory(agencies);
        content.Agreements[0].Kinds.Add(Kind.FullTransfer);
        var directory = Read(content);
        Allows(directory, 0).ShouldBeTrue();
        Allows(directory, -11).ShouldBeFalse();
        Allows(directory, 10).ShouldBeFalse();
        directory.AllowsHandOver(agencies.Sandwell.Agency, agencies.Leeds.Agency, Kind.FullTransfer, Given.Now).ShouldBeFalse();
        directory.AllowsHandOver(agencies.Leeds.Agency, agencies.Sandwell.Agency, Kind.CpTransferIn, Given.Now).ShouldBeFalse();
    }

    [Fact]
    public void A_revoked_agreement_holds_until_it_was_revoked()
    {
        var content = Given.Directory(agencies);
        content.Agreements[0].RevokedAt = Given.Now.AddDays(1).ToTimestamp();
        var directory = Read(content);
        Allows(directory, 0).ShouldBeTrue();
        Allows(directory, 1).ShouldBeFalse();
    }

    [Fact]
    public void Narrower_settings_replace_wider_ones_whatever_their_order_in_the_file()
    {
        var content = Given.Directory(agencies);
        content.Settings.Add(
        [
            new DirectorySettings { Agency = agencies.Leeds.Agency, Settings = Words(3) },
            new DirectorySettings { AreaGss = "E08000035", Settings = Words(2) },
            new DirectorySettings { Settings = Words(1) },
            new DirectorySettings { AreaGss = "E08000028", Settings = Words(9) },
            new DirectorySettings { Agency = agencies.Sandwell.Agency },
        ]);
        content.Settings[2].Settings.AlertOnRefusal = false;
        content.Settings[1].Settings.Thresholds.Add(new Settings.Types.Threshold { RuleId = "IS-103", Name = "months", Value = 6 });
        var directory = Read(content);
        var leeds = directory.SettingsOf(agencies.Leeds.Agency);
        leeds.Thresholds.Select(one => (one.RuleId, one.Value)).ShouldBe([("IS-103", 6), ("IS-102", 3)], ignoreOrder: true);
        leeds.AlertOnRefusal.ShouldBeFalse();
        directory.SettingsOf(agencies.Sandwell.Agency).Thresholds.First(one => one.RuleId == "IS-102").Value.ShouldBe(2);
        directory.SettingsOf("nobody").Thresholds.ShouldHaveSingleItem().Value.ShouldBe(1);

        static Settings Words(double value) => new() { Thresholds = { new Settings.Types.Threshold { RuleId = "IS-102", Name = "words", Value = value } } };
    }

    private AgencyDirectory Read(DirectoryContent content) => SignedDirectory.Read(officers.Sign(content), officers.Trust, Given.Now).Directory.ShouldNotBeNull();

    private bool Allows(AgencyDirectory directory, int days) =>
        directory.AllowsHandOver(agencies.Leeds.Agency, agencies.Sandwell.Agency, Kind.FullTransfer, Given.Now.AddDays(days));
}
