using System.Diagnostics;
using System.Text.RegularExpressions;
using InfoSharing.Tests.SystemLane.Moving;
using InfoSharing.Tests.SystemLane.Network;

namespace InfoSharing.Tests.SystemLane.Faults;

/// <summary>
/// Eight agency processes on a RabbitMQ and a PostgreSQL, and all that may befall them. The two social care agencies reach their servers over links of ours; the
/// database lies on a small disk; every agency's clock can be set wrong. Resends and leases are short, so that a run is.
/// </summary>
internal sealed class FaultyNetwork : IAsyncDisposable
{
    private static readonly TimeSpan BetweenAlerts = TimeSpan.FromSeconds(65);
    private static readonly TimeSpan ToFlowAgain = TimeSpan.FromMinutes(1);
    private readonly ChildProcesses _processes;
    private readonly Link _toBroker;
    private readonly Link _toDatabase;
    private readonly SmallDisk? _disk;
    private readonly Random _random;
    private readonly BroughtBack _broughtBack;
    private readonly HashSet<(string Agency, string Partner)> _restored = [];
    private readonly Dictionary<(string From, string To), long> _alerted = [];

    internal FaultyNetwork(int seed, int transfers)
    {
        Network = new(distributed: true);
        (_processes, _random) = (new(Network.Folder), new(seed));
        Families = new(Network, seed, Way.All);
        Copies = new(Network);
        _broughtBack = new(Network, Families, _processes, Copies);
        _toBroker = new(() => CopiedParcels.PortOf(Network.Folder, "listeners.tcp.1 = "));
        _toDatabase = new(() => StoredLedger.PortOfDatabase(Network.Folder));
        _disk = SmallDisk.Make(Path.Combine(Network.Folder, "database"), (1L << 30) + (transfers * 400_000L));
        foreach (var agency in new[] { Way.Leeds, Way.Sandwell })
        {
            var name = agency.Replace('-', '_');
            Set($"{agency}:Bus:Address=amqp://127.0.0.1:{_toBroker.Port}/infosharing");
            Set($"{agency}:Ledger:Connection=Host=127.0.0.1;Port={_toDatabase.Port};Database={name};Username={name}");
        }
        foreach (var agency in Way.All.Select(way => way.From).Distinct()) Set($"{agency}:Clock:ShiftFile={ClockOf(agency)}");
        Set($"Operating:BackupFolder={Path.Combine(Network.Folder, "copies")}");
        Set("Delivery:LeaseSeconds=3");
        Set("Delivery:ResendFirstSeconds=1");
        Set("Delivery:ResendLongestMinutes=1");
        Faults =
        [
            new("an agency is killed (kill -9)", KillAnAgency),
            new("the broker is killed (kill -9)", stop => _processes.KillBroker(stop)),
            new("the database is killed (kill -9)", stop => _processes.KillDatabase(stop)),
            new("the broker's data is wiped", WipeTheBroker),
            new("connections to broker and database are cut", CutConnections),
            new("connections to broker and database are slow", SlowConnections),
            new("the database's disk is full", FillTheDisk) { Impossible = _disk is null ? "needs root and the right to mount" : null },
            new("an agency's clock is a day ahead", SetAClockAhead),
            new("parcels are doubled and come in reverse", CopyParcels),
            new("a sender's ledger is brought back from an old copy", stop => BringBack(way => (way.From, way.To), stop)),
            new("a receiver's ledger is brought back from an old copy", stop => BringBack(way => (way.To, way.From), stop)),
        ];
    }

    internal RunningNetwork Network { get; }

    internal MovingFamilies Families { get; }

    /// <summary>Copies of the ledgers.</summary>
    internal LedgerCopies Copies { get; }

    /// <summary>What may befall it.</summary>
    internal IReadOnlyList<Fault> Faults { get; }

    /// <summary>What is left of it.</summary>
    internal IReadOnlyCollection<object> Left => _processes.All();

    /// <summary>Waits until each agency that was brought back and its partner hold the same, as reconcile says it.</summary>
    internal async Task AllSame(CancellationToken stop)
    {
        foreach (var (agency, partner) in _restored) await BroughtBack.Same(Network, agency, partner, stop);
    }

    public async ValueTask DisposeAsync()
    {
        await Network.KillIfRunning();
        await _processes.AllEnded(CancellationToken.None);
        _disk?.Dispose();
        await Network.DisposeAsync();
        await _toBroker.DisposeAsync();
        await _toDatabase.DisposeAsync();
    }

    private void Set(string setting) => Network.More.AddRange(["--set", setting]);

    private string ClockOf(string agency) => Path.Combine(Network.Folder, agency, "clock");

    private Way AWay() => Way.All[_random.Next(Way.All.Count)];

    private Task KillAnAgency(CancellationToken stop) => _processes.KillAgency(AWay().From, stop);

    private async Task WipeTheBroker(CancellationToken stop)
    {
        var before = Said("RabbitMQ runs again.");
        await _processes.KillBroker(stop, () => Directory.Delete(Path.Combine(Network.Folder, "broker", "data"), recursive: true));
        await Until(() => Said("RabbitMQ runs again.") > before, stop);
    }

    private async Task CutConnections(CancellationToken stop)
    {
        for (var cuts = 0; cuts < 10; cuts++)
        {
            (_random.Next(2) == 0 ? _toBroker : _toDatabase).Cut();
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(400)), TimeProvider.System, stop);
        }
    }

    private async Task SlowConnections(CancellationToken stop)
    {
        (_toBroker.Delay, _toDatabase.Delay) = (TimeSpan.FromMilliseconds(_random.Next(50, 300)), TimeSpan.FromMilliseconds(_random.Next(20, 100)));
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System, stop);
        (_toBroker.Delay, _toDatabase.Delay) = (TimeSpan.Zero, TimeSpan.Zero);
    }

    private async Task FillTheDisk(CancellationToken stop)
    {
        var before = Said("The ledger's storage failed") + Said("PostgreSQL has ended");
        _disk!.Fill();
        Task sent;
        try
        {
            sent = await MoveUntil(Until(() => Said("The ledger's storage failed") + Said("PostgreSQL has ended") > before, stop), AWay(), stop); // it was full, and somebody met it
        }
        finally
        {
            _disk.Free();
        }
        await sent;
    }

    private async Task SetAClockAhead(CancellationToken stop)
    {
        var way = AWay();
        var alert = $"{way.To} warning 2112: A parcel of {way.From} was made";
        // Parcels in time within a minute of an alert are no sign that the clock was mended: what goes wrong again before that is no news.
        if (_alerted.TryGetValue((way.From, way.To), out var last))
        {
            if (BetweenAlerts - Stopwatch.GetElapsedTime(last) is var rest && rest > TimeSpan.Zero) await Task.Delay(rest, TimeProvider.System, stop);
            await Families.OneMore(way, stop);
        }
        var before = Said(alert);
        await File.WriteAllTextAsync(ClockOf(way.From), "86400", stop);
        var sent = await MoveUntil(Until(() => Said(alert) > before, stop), way, stop);
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, stop); // more of its parcels come, and are said no more
        (Said(alert) - before).ShouldBe(1, "one alert a sender whose clock is wrong");
        File.Delete(ClockOf(way.From));
        _alerted[(way.From, way.To)] = Stopwatch.GetTimestamp();
        var mended = Stopwatch.GetTimestamp();
        await sent.WaitAsync(ToFlowAgain, stop);
        await Families.OneMore(way, stop).WaitAsync(ToFlowAgain - Stopwatch.GetElapsedTime(mended), stop);
        // Ids of messages carry their time, and what a clock a day ahead has made is compared a day later: a copy from before it is not brought back in a run.
        foreach (var agency in new[] { way.From, way.To }) await Copies.Make(agency, alone: true, stop);
    }

    private async Task CopyParcels(CancellationToken stop)
    {
        var way = AWay();
        using var copies = new CopiedParcels(Network.Folder);
        await (await MoveUntil(copies.CopyAndLetGo(way.From, way.To, TimeSpan.FromSeconds(4), stop), way, stop));
    }

    private async Task BringBack(Func<Way, (string Agency, string Partner)> whose, CancellationToken stop)
    {
        var (agency, partner) = whose(AWay());
        _restored.Add((agency, partner));
        await _broughtBack.Do(agency, partner, stop);
    }

    // A fault that waits for somebody to meet it must not wait for families that do not move just now; nor is the first of these sure to meet it.
    private async Task<Task> MoveUntil(Task met, Way way, CancellationToken stop)
    {
        var sent = new List<Task>();
        for (; !met.IsCompleted; await Task.WhenAny(met, Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, stop))) sent.Add(Families.OneMore(way, stop));
        await met;
        return Task.WhenAll(sent);
    }

    private int Said(string words) => Regex.Count(Network.Said, Regex.Escape(words));

    private static async Task Until(Func<bool> holds, CancellationToken stop)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!holds()) await pause.WaitForNextTickAsync(stop);
    }
}

/// <summary>Something that befalls a network.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Strike">Does it, and returns when it is over, whether or not all is well again.</param>
internal sealed record Fault(string Name, Func<CancellationToken, Task> Strike)
{
    /// <summary>Why it cannot be done here; null where it can.</summary>
    internal string? Impossible { get; init; }
}
