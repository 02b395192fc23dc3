using Google.Protobuf.WellKnownTypes;
using InfoSharing.Directories;
using InfoSharing.Tests.Component.Parcels;

namespace InfoSharing.Tests.Component.Directories;

public sealed class FileTests : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    private readonly string _folder = Directory.CreateTempSubdirectory("directory").FullName;
    private readonly ManualClock _clock = new(Given.Now);
    private readonly LogLines<DirectoryInForce> _faults = new();
    private readonly LogLines<DirectoryFile> _log = new();
    private readonly Officers _officers;
    private readonly Agencies _agencies;
    private readonly DirectoryInForce _inForce;

    public FileTests(Officers officers, Agencies agencies) =>
        (_officers, _agencies, _inForce) = (officers, agencies, new(officers.Trust, _clock, _faults));

    private string Path => System.IO.Path.Combine(_folder, "directory.p7");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_file_is_read_at_once_and_again_when_it_changed()
    {
        Write(5);
        using var file = Watch();
        _inForce.Current!.Number.ShouldBe(5ul);
        Write(6);
        _clock.Move(Every - TimeSpan.FromSeconds(1));
        _inForce.Current!.Number.ShouldBe(5ul);
        _clock.Move(TimeSpan.FromSeconds(1));
        _inForce.Current!.Number.ShouldBe(6ul);
        _clock.Move(Every * 3);
        _faults.Lines.Count.ShouldBe(2, "an unchanged file says nothing");
    }

    [Fact]
    public void A_missing_file_is_reported_once_and_taken_when_it_comes()
    {
        using var file = Watch();
        _clock.Move(Every * 2);
        _faults.Lines.ShouldBe([(3001, "The directory's file was not taken, and the last good one stays in force: The directory's file cannot be read (FileNotFoundException). Put it back where the service's settings say.")]);
        Write(5);
        _clock.Move(Every);
        _inForce.Current!.Number.ShouldBe(5ul);
        _inForce.Fault.ShouldBeNull();
    }

    [Fact]
    public void A_spoilt_file_leaves_the_last_good_one_and_the_good_one_clears_the_fault()
    {
        Write(5);
        var good = File.ReadAllBytes(Path);
        using var file = Watch();
        File.WriteAllBytes(Path, good[..100]);
        _clock.Move(Every);
        _inForce.Fault.ShouldNotBeNull();
        _inForce.Current!.Number.ShouldBe(5ul);
        File.WriteAllBytes(Path, good);
        _clock.Move(Every);
        _inForce.Fault.ShouldBeNull();
    }

    [Fact]
    public void A_file_that_does_not_hold_yet_comes_into_force_in_its_time_unchanged()
    {
        var content = Given.Directory(_agencies);
        content.NotBefore = Given.Now.AddMinutes(5).ToTimestamp();
        File.WriteAllBytes(Path, _officers.Sign(content));
        using var file = Watch();
        _inForce.Current.ShouldBeNull();
        _clock.Move(TimeSpan.FromMinutes(5));
        _inForce.Current!.Number.ShouldBe(5ul);
    }

    [Fact]
    public void An_expiry_is_said_once_for_each_directory()
    {
        var content = Given.Directory(_agencies);
        content.ExpiresAt = Given.Now.AddMinutes(1).ToTimestamp();
        File.WriteAllBytes(Path, _officers.Sign(content));
        using var file = Watch();
        _clock.Move(Every);
        _log.Lines.ShouldBeEmpty();
        _clock.Move(Every * 4);
        _log.Lines.ShouldBe([(3002, "Directory 5 has expired: hand-overs stop, notifications go. Ask the officers for the next one")]);
        _inForce.Current!.Number.ShouldBe(5ul);
    }

    [Fact]
    public void A_file_larger_than_any_directory_is_not_read()
    {
        using (var large = File.Create(Path)) large.SetLength(DirectoryFile.MostBytes + 1);
        using var file = Watch();
        _inForce.Fault.ShouldBe("The directory's file is larger than any directory. Fetch it again.");
    }

    [Fact]
    public void Nothing_is_read_after_the_watching_ended()
    {
        Write(5);
        Watch().Dispose();
        Write(6);
        _clock.Move(Every * 2);
        _inForce.Current!.Number.ShouldBe(5ul);
    }

    private void Write(ulong number) => File.WriteAllBytes(Path, _officers.Sign(Given.Directory(_agencies, number)));

    private DirectoryFile Watch() => new(Path, _inForce, Every, _clock, _log);
}
