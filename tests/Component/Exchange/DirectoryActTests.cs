using Google.Protobuf.WellKnownTypes;
using InfoSharing.Directories;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Partners;
using InfoSharing.Tests.Component.Directories;
using InfoSharing.Tests.Component.Ledger;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace InfoSharing.Tests.Component.Exchange;

/// <summary>What the directory in force stops, and what it never stops.</summary>
public sealed class DirectoryActTests(Agencies agencies, Officers officers)
{
    [Fact]
    public async Task An_agreement_that_is_revoked_now_stops_the_next_hand_over_and_no_notification_and_what_is_under_way_goes_on()
    {
        await using var two = new TwoAgencies(agencies, officers);
        var before = two.Clean();
        (await two.Leeds.Send(before)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        two.Change(directory => directory.Agreements.Single().RevokedAt = two.Clock.GetUtcNow().ToTimestamp());

        (await Should.ThrowAsync<CannotBeSentException>(() => two.Leeds.Send(two.Clean()))).Message.ShouldContain("No agreement");
        var alert = Alert();
        (await two.Leeds.Send(alert)).Sent.Held.ShouldBeEmpty();
        await two.CarryAll();
        (await two.Sandwell.Events(alert.Id)).ShouldBe(["received"]);
        (await two.Sandwell.Accept(before.Id, 1, "P2")).MessageId.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_expired_directory_stops_hand_overs_and_no_notification()
    {
        await using var two = new TwoAgencies(agencies, officers);
        two.Clock.Pass(TimeSpan.FromDays(61));
        (await Should.ThrowAsync<CannotBeSentException>(() => two.Leeds.Send(two.Clean()))).Message.ShouldContain("expired");
        var alert = Alert();
        (await two.Leeds.Send(alert)).Sent.Held.ShouldBeEmpty();
        await two.CarryAll();
        (await two.Sandwell.Events(alert.Id)).ShouldBe(["received"]);
    }

    [Fact]
    public async Task An_older_directory_does_not_come_back_with_a_restart_for_the_ledger_remembers_the_highest_number()
    {
        using var room = LedgerRoom.On(Keeper.Sqlite);
        (await InForce(room, 9)).Current!.Number.ShouldBe(9ul);
        DirectoryKeeper.HighestSeen(room.Ledger).ShouldBe(9ul);
        var again = await InForce(room, 8);
        again.Current.ShouldBeNull();
        again.Fault.ShouldBe("The directory's number is 8, and 9 was seen before. An older file must not come back: ask the officers for the newest.");
        (await InForce(room, 9)).Current!.Number.ShouldBe(9ul);
    }

    private static Transfer Alert()
    {
        var alert = InfoSharing.Tests.Samples.Alert();
        alert.From.Agency = "leeds-social-care";
        alert.Lead = new() { Agency = "sandwell-social-care" };
        return alert;
    }

    // As a process reads it when it starts.
    private async Task<DirectoryInForce> InForce(LedgerRoom room, ulong number)
    {
        var file = Path.Combine(room.Folder, "directory");
        await File.WriteAllBytesAsync(file, officers.Sign(Directories.Given.Directory(agencies, number)), LedgerRoom.Stop);
        var clock = new ManualClock(Directories.Given.Now);
        var trust = officers.Trust with { HighestSeen = DirectoryKeeper.HighestSeen(room.Ledger) };
        var inForce = new DirectoryInForce(trust, clock, NullLogger<DirectoryInForce>.Instance);
        using var keeper = new DirectoryKeeper(inForce, Options.Create(new DirectoryOptions { File = file }), trust, agencies.Leeds, room.Ledger, clock, NullLogger<DirectoryFile>.Instance, NullLogger<DirectoryKeeper>.Instance);
        await keeper.StartAsync(LedgerRoom.Stop);
        await keeper.StopAsync(LedgerRoom.Stop);
        return inForce;
    }
}
