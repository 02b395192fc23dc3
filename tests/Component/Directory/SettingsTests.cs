using InfoSharing.Directories;
using InfoSharing.Exchange.Partners;
using InfoSharing.Tests.Component.Ledger;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using InfoSharing.Validator.Rules;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace InfoSharing.Tests.Component.Directories;

/// <summary>Signed settings are checked where the directory that carries them is loaded.</summary>
public sealed class SettingsTests(Officers officers, Agencies agencies) : IDisposable
{
    private readonly LedgerRoom _room = LedgerRoom.On(Keeper.Sqlite);
    private readonly LogLines<DirectoryKeeper> _log = new();
    private readonly ManualClock _clock = new(Given.Now);

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Settings_that_touch_a_safety_rule_are_refused_with_every_fault_at_once_and_the_directory_is_in_force()
    {
        var directory = Given.Directory(agencies);
        directory.Settings.Add(new DirectorySettings { Settings = new() { Risen = { Risen("IS-403") } } });
        directory.Settings.Add(new DirectorySettings
        {
            Agency = agencies.Leeds.Agency,
            Settings = new()
            {
                Risen = { Risen("IS-816"), Risen("IS-999") },
                Thresholds = { new Settings.Types.Threshold { RuleId = "IS-816", Name = "words", Value = 0 }, new Settings.Types.Threshold { RuleId = "IS-302", Name = "reports", Value = 4 } },
                Off = { new Settings.Types.Off { ListEntry = 99 } },
            },
        });
        (await InForceAfter(directory)).Number.ShouldBe(5ul);
        var said = _log.Lines.Where(line => line.Id == 2302).ShouldHaveSingleItem().Words;
        said.ShouldBe($"Some settings for {agencies.Leeds.Agency} in directory 5 are refused and not followed. "
            + "risen[0]: IS-816 may not be turned up: its own text promises that the transfer goes, or it refuses already. Take it out. "
            + $"risen[1]: There is no rule IS-999. Name one of this rule set, {RuleSets.Newest.Version}. "
            + "thresholds[0]: IS-816 has no threshold \"words\" that a setting may move. docs/rules/settings.md lists those that it may. "
            + "off[0]: The language list has no entry 99. Name one of its 46. The officers mend them and sign the directory again");
    }

    [Fact]
    public async Task Good_settings_are_taken_without_a_word()
    {
        var directory = Given.Directory(agencies);
        directory.Settings.Add(new DirectorySettings { AreaGss = "E08000035", Settings = new() { Risen = { Risen("IS-403") } } });
        directory.Settings.Add(new DirectorySettings());
        await InForceAfter(directory);
        _log.Lines.ShouldNotContain(line => line.Id == 2302);
    }

    private static Settings.Types.Risen Risen(string rule) => new() { RuleId = rule, From = "2026-11-01" };

    private async Task<AgencyDirectory> InForceAfter(DirectoryContent directory)
    {
        var file = Path.Combine(_room.Folder, "directory");
        await File.WriteAllBytesAsync(file, officers.Sign(directory), LedgerRoom.Stop);
        var inForce = new DirectoryInForce(officers.Trust, _clock, NullLogger<DirectoryInForce>.Instance);
        using var keeper = new DirectoryKeeper(
            inForce, Options.Create(new DirectoryOptions { File = file }), officers.Trust, agencies.Leeds, _room.Ledger, _clock, NullLogger<DirectoryFile>.Instance, _log);
        await keeper.StartAsync(LedgerRoom.Stop);
        await keeper.StopAsync(LedgerRoom.Stop);
        return inForce.Current.ShouldNotBeNull();
    }
}
