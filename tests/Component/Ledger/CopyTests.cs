using System.Text.Json;
using System.Text.Json.Nodes;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Copies;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Restoring;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Tests.Component.Parcels;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoSharing.Tests.Component.Ledger;

/// <summary>Copies of a ledger, made while it is written, and brought back.</summary>
public abstract class CopyTests(Keeper keeper, Agencies agencies) : RoomTests(keeper)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private string Copies => Path.Combine(_room.Folder, "copies");

    [Fact]
    public async Task A_copy_made_while_others_write_is_one_instant_of_the_ledger_and_begins_again_where_it_ends()
    {
        var transfer = _room.NewId();
        await _room.Append(_room.Send(transfer, "before the copy"));
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) await _room.Append(_room.Send(Guid.CreateVersion7(_room.Clock.GetUtcNow()), "while it is copied"));
        }, LedgerRoom.Stop);
        var (folder, manifest) = await Make();
        await stop.CancelAsync();
        await writing;
        manifest.Agency.ShouldBe(LedgerRoom.Leeds);
        manifest.Position.ShouldBeGreaterThan(0UL);
        (await _room.Append(_room.Send(_room.NewId(), "after the copy"))).Position.ShouldBeGreaterThan(manifest.Position);

        _room.Clock.Pass(TimeSpan.FromMinutes(10));
        _room.Close();
        var outcome = await Restore(new(folder, [agencies.Leeds.Signing]) { Replace = true, By = "ana" });
        outcome.SetAside.ShouldNotBeNull();
        (await _room.Ledger.HeadAsync(LedgerRoom.Stop)).Position.ShouldBe(manifest.Position + 2, "the event of the restoring, and its record");
        LedgerRoom.Text((await _room.Ledger.OpenAsync(transfer, 0, null, LedgerRoom.Stop)).ShouldNotBeNull().Body.Open()).ShouldContain("before the copy");
        (await _room.Ledger.VerifyAsync(null, LedgerRoom.Stop)).Links.ShouldBe(outcome.Links);
        _room.Ledger.Doubts.With(LedgerRoom.Sandwell).ShouldBeTrue();
        var restored = InfoSharing.V1.Restored.Parser.ParseFrom((await _room.Ledger.LastOfHouseAsync(Doubts.Restored, LedgerRoom.Stop)).ShouldNotBeNull().Detail.Open());
        (restored.Position, restored.By, Convert.ToHexStringLower(restored.Head.Span)).ShouldBe((manifest.Position, "ana", manifest.Head));
        // What is new goes, and answers to requests are numbered on.
        _room.Clock.Pass(TimeSpan.FromMinutes(1));
        (await _room.Append(_room.Send(_room.NewId(), "a new case"))).Outcome.ShouldBe(AppendOutcome.Stored);
        await Should.ThrowAsync<NotReconciledException>(() => _room.Append(_room.Send(transfer, "the next version", version: 2)));
    }

    [Fact]
    public async Task A_ledger_that_is_there_gives_way_only_when_it_is_told_to_and_what_was_erased_since_is_erased_again()
    {
        var (kept, gone, named) = (_room.NewId(), _room.NewId(), _room.NewId());
        foreach (var one in new[] { kept, gone, named }) await _room.Append(_room.Send(one));
        var (folder, _) = await Make();
        _room.Clock.Pass(TimeSpan.FromMinutes(1));
        await _room.Append(new() { Rows = new() { Erase = gone } });
        _room.Close();

        (await Should.ThrowAsync<CopyException>(() => Restore(new(folder, [agencies.Leeds.Signing])))).Message.ShouldContain("--replace");
        (await _room.Ledger.OpenAsync(gone, 0, null, LedgerRoom.Stop))!.Body.Erased.ShouldBeTrue("nothing was touched");
        _room.Close();
        var outcome = await Restore(new(folder, [agencies.Leeds.Signing]) { Replace = true, Erased = [named] });
        outcome.ErasedAgain.ShouldBe(2);
        (await _room.Ledger.OpenAsync(gone, 0, null, LedgerRoom.Stop))!.Body.Erased.ShouldBeTrue();
        (await _room.Ledger.OpenAsync(named, 0, null, LedgerRoom.Stop))!.Body.Erased.ShouldBeTrue();
        (await _room.Ledger.OpenAsync(kept, 0, null, LedgerRoom.Stop))!.Body.Open().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_copy_holds_neither_the_storage_key_nor_a_word_of_a_case_and_is_its_owners_alone()
    {
        await _room.Append(_room.Send(_room.NewId(), "a word of a case"));
        var (folder, _) = await Make();
        var key = await File.ReadAllBytesAsync(_room.KeyFile, LedgerRoom.Stop);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var bytes = await File.ReadAllBytesAsync(file, LedgerRoom.Stop);
            bytes.AsSpan().IndexOf(key).ShouldBe(-1, file);
            bytes.AsSpan().IndexOf(LedgerRoom.Bytes("a word of a case")).ShouldBe(-1, file);
        }
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task A_copy_that_was_damaged_changed_or_is_not_ours_is_refused_in_a_sentence_that_says_what_to_do()
    {
        await _room.Append(_room.Send(_room.NewId()));
        var (folder, _) = await Make();
        _room.Close();
        var content = Path.Combine(folder, CopyManifest.Content);
        var manifest = Path.Combine(folder, CopyManifest.File);
        var (whole, said) = (await File.ReadAllBytesAsync(content, LedgerRoom.Stop), await File.ReadAllTextAsync(manifest, LedgerRoom.Stop));

        await Refused("damaged", () => File.WriteAllBytes(content, [.. whole[..^5], (byte)~whole[^5], .. whole[^4..]]));
        await Refused("damaged", () => File.WriteAllBytes(content, whole[..^1]));
        await Refused("changed", () => Say(one => one["position"] = 1));
        await Refused("sandwell-social-care's ledger", () => Say(one => one["agency"] = LedgerRoom.Sandwell));
        await Refused("another key", () => Sign(one => { }, agencies.Police));
        await Refused("newer than this program", () => Sign(one => one["migration"] = 99, agencies.Leeds));
        await Refused("does not end where", () => Sign(one => one["head"] = new string('0', 64), agencies.Leeds));
        await Refused("Ledger:Engine", () => Sign(one => one["engine"] = "another", agencies.Leeds));
        await Refused("no whole copy", () => File.Delete(Path.Combine(folder, CopyManifest.Signature)));

        async Task Refused(string because, Action change)
        {
            change();
            (await Should.ThrowAsync<CopyException>(() => Restore(new(folder, [agencies.Leeds.Signing]) { Replace = true }))).Message.ShouldContain(because);
            await File.WriteAllBytesAsync(content, whole, LedgerRoom.Stop);
            await File.WriteAllTextAsync(manifest, said, LedgerRoom.Stop);
            Sign(one => { }, agencies.Leeds);
            _room.Ledger.Doubts.RestoredAt.ShouldBeNull("the ledger that is there was not touched");
            _room.Close();
        }

        void Say(Action<JsonObject> change)
        {
            var changed = JsonNode.Parse(said)!.AsObject();
            change(changed);
            File.WriteAllText(manifest, changed.ToJsonString());
        }

        void Sign(Action<JsonObject> change, AgencyKeys by)
        {
            Say(change);
            JsonSerializer.Deserialize<CopyManifest>(File.ReadAllText(manifest), Json)!.Write(folder, by.Signing);
        }
    }

    [Fact]
    public async Task A_copy_opens_with_its_own_storage_key_alone_and_not_while_a_process_has_the_ledger()
    {
        await _room.Append(_room.Send(_room.NewId()));
        var (folder, _) = await Make();
        (await Should.ThrowAsync<LedgerStartException>(() => Restore(new(folder, [agencies.Leeds.Signing]) { Replace = true }))).Message.ShouldContain("stop");
        _room.Close();
        var key = Path.Combine(_room.Folder, "other.key");
        StorageKey.Make(key);
        var right = _room.Options.StorageKeyFile;
        _room.Options.StorageKeyFile = key;
        (await Should.ThrowAsync<LedgerStartException>(() => Restore(new(folder, [agencies.Leeds.Signing]) { Replace = true }))).Message.ShouldContain("storage key");
        _room.Options.StorageKeyFile = right;
        (await _room.Ledger.VerifyAsync(null, LedgerRoom.Stop)).Holds.ShouldBeTrue();
    }

    private async Task<(string Folder, CopyManifest Manifest)> Make()
    {
        var progress = new List<long>();
        var made = await new LedgerCopies(_room.Ledger, agencies.Leeds, _room.Clock).MakeAsync(Copies, new Told(progress), LedgerRoom.Stop);
        progress.ShouldNotBeEmpty();
        return made;
    }

    private Task<RestoreOutcome> Restore(RestoreOrder order) => new LedgerRestoring(_room.Options, _room.Clock, NullLogger<AgencyLedger>.Instance).RunAsync(order, null, LedgerRoom.Stop);

    private sealed class Told(List<long> bytes) : IProgress<long>
    {
        public void Report(long value)
        {
            lock (bytes) bytes.Add(value);
        }
    }
}

public sealed class CopyOnSqliteTests(Agencies agencies) : CopyTests(Keeper.Sqlite, agencies);

public sealed class CopyOnPostgresTests(Agencies agencies) : CopyTests(Keeper.Postgres, agencies);
