using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Delivery;
using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.Exchange.Delivery.Bus.Rabbit;
using InfoSharing.Exchange.Delivery.Dispatch;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Engines.Sqlite;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.Exchange.Ledger.Migrations;
using InfoSharing.Exchange.Ledger.Restoring;
using InfoSharing.Exchange.Ledger.Sealing;
using InfoSharing.Exchange.Operating;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Exchange.Transfers;
using InfoSharing.Tests.Component.Exchange;
using InfoSharing.Tests.Component.Ledger;
using InfoSharing.V1;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoSharing.Tests.Component.Delivery;

/// <summary>One agency: a real ledger, and delivery as a service has it. It can be stopped and started again on the same folder.</summary>
internal sealed class Side(AgencyKeys keys, Network network) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("infosharing-delivery-").FullName;
    private ServiceProvider? _services;
    private int _copies;
    private List<IHostedService> _hosted = [];

    internal AgencyKeys Keys { get; } = keys;

    internal string Name => Keys.Agency;

    /// <summary>The database that this process shares with another of its agency; null for a ledger in a folder of its own.</summary>
    internal PostgresRoom? Shared { get; init; }

    internal SqliteEngine Engine { get; private set; } = null!;

    internal AgencyLedger Ledger { get; private set; } = null!;

    internal FaultyCarrier Carrier { get; private set; } = null!;

    internal PlainArrivals Arrivals { get; } = new();

    internal CapturedLogs Logs { get; } = new();

    internal Dictionary<string, string?> Settings { get; } = new() { ["Bus:Transport"] = "InMemory", ["Delivery:GatherMilliseconds"] = "0" };

    /// <summary>Whether the parcels that it hands over are kept to be looked at.</summary>
    internal bool KeepsHandedOver { get; set; } = true;

    /// <summary>Puts something of a test's own between delivery and the bus.</summary>
    internal Func<IParcelCarrier, IParcelCarrier> Wrap { get; set; } = carrier => carrier;

    internal static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal T Service<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    /// <summary>Opens the ledger, and starts delivery unless only the ledger is wanted; of it, what is asked for.</summary>
    internal async Task Start(bool delivery = true, Func<IHostedService, bool>? which = null)
    {
        var key = Path.Combine(_folder, "storage.key");
        if (!File.Exists(key)) StorageKey.Make(key);
        var options = new LedgerOptions { Agency = Name, Folder = Path.Combine(_folder, "ledger"), StorageKeyFile = key };
        if (Shared is null)
        {
            Engine = new(options.Folder, Migration.Of("Sqlite"), network.Time, NullLogger.Instance);
            Ledger = new(options, Engine, network.Time, NullLogger<AgencyLedger>.Instance);
        }
        else
        {
            Ledger = LedgerRegistration.Open(Shared.Options, network.Time, NullLogger<AgencyLedger>.Instance);
        }
        var services = new ServiceCollection().AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddSingleton<TimeProvider>(network.Time).AddSingleton<ILedger>(Ledger).AddSingleton(Keys).AddSingleton<IPartnerKeys>(network.Partners).AddSingleton<IArrivals>(Arrivals).AddSingleton(network.Fabric);
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(options)).AddSingleton<ReadRecords>().AddOperating(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build().GetSection(OperatingOptions.Section));
        services.AddDelivery(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build());
        var decide = Carrier?.Decide;
        services.AddSingleton<IParcelCarrier>(provider => Carrier = new(Wrap(Settings["Bus:Transport"] switch
        {
            "None" => new NoCarrier(),
            "RabbitMq" => provider.GetRequiredService<BrokerCarrier>(),
            _ => new FabricCarrier(network.Fabric, Name),
        }))
        {
            Keeps = KeepsHandedOver,
        });
        _services = services.BuildServiceProvider();
        _services.GetRequiredService<IParcelCarrier>();
        if (decide is not null) Carrier!.Decide = decide;
        if (!delivery) return;
        _hosted = [.. _services.GetServices<IHostedService>().Where(which ?? (_ => true))];
        foreach (var one in _hosted) await one.StartAsync(Stop);
    }

    /// <summary>Sends no more, as one that died, and gives nothing back.</summary>
    internal Task StopSending() => _hosted.OfType<Dispatcher>().Single().StopAsync(CancellationToken.None);

    /// <summary>Stops, as a service stops that goes down.</summary>
    internal async Task Down()
    {
        foreach (var one in Enumerable.Reverse(_hosted)) await one.StopAsync(CancellationToken.None);
        _hosted = [];
        if (_services is not null) await _services.DisposeAsync();
        _services = null;
        Ledger?.Dispose();
    }

    /// <summary>Copies the ledger as it stands, while it runs.</summary>
    internal string Copy()
    {
        var copy = Path.Combine(_folder, $"copy-{NewId():N}-{_copies++}.db");
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"vacuum into '{copy}'";
        command.ExecuteNonQuery();
        return copy;
    }

    /// <summary>Goes down, and begins again from a copy that somebody put in the place of its ledger, without a word of it.</summary>
    internal async Task PutBack(string copy)
    {
        await Down();
        Replace(copy);
        await Start();
    }

    /// <summary>Goes down, loses its ledger, and begins again from a copy.</summary>
    internal async Task Restore(string copy)
    {
        await Down();
        Replace(copy);
        await Start(delivery: false);
        (await Ledger.AppendAsync(RestoredRecord.Of(new() { RestoredAt = network.Time.GetUtcNow().ToTimestamp() }), Stop)).Outcome.ShouldBe(AppendOutcome.Stored);
        await Down();
        await Start();
    }

    internal Guid NewId() => Guid.CreateVersion7(network.Time.GetUtcNow());

    /// <summary>A message to another, as an act would append it.</summary>
    internal LedgerEntry To(Side other, string words = "why we decided", Guid? transfer = null, Parcel.Types.Lane lane = Parcel.Types.Lane.Transfers, LedgerRequest? request = null, Guid? id = null) =>
        To(other.Name, words, transfer, lane, request, id);

    internal LedgerEntry To(string other, string words = "why we decided", Guid? transfer = null, Parcel.Types.Lane lane = Parcel.Types.Lane.Transfers, LedgerRequest? request = null, Guid? id = null)
    {
        var (message, about) = (id ?? NewId(), transfer ?? NewId());
        var body = new Message { Id = message.ToString(), TransferId = about.ToString(), Version = 1, Sender = Name, Recipient = other, Contact = new() { Text = new() { Text_ = words } } };
        return new() { Request = request, Rows = new() { Events = [new(about, 1, "sent", [])], Outgoing = [new(message, about, 1, other, (int)lane, "contact", body.ToByteArray())] } };
    }

    /// <summary>Sends a message; its id.</summary>
    internal async Task<Guid> Send(Side other, string words = "why we decided", Guid? transfer = null, Parcel.Types.Lane lane = Parcel.Types.Lane.Transfers)
    {
        var entry = To(other, words, transfer, lane);
        (await Ledger.AppendAsync(entry, Stop)).Outcome.ShouldBe(AppendOutcome.Stored);
        return entry.Rows.Outgoing[0].Id;
    }

    /// <summary>Sends many, in one go.</summary>
    internal async Task<List<Guid>> SendMany(Side other, int count, Func<int, string>? words = null, Parcel.Types.Lane lane = Parcel.Types.Lane.Transfers)
    {
        var entries = Enumerable.Range(0, count).Select(i => To(other, words?.Invoke(i) ?? $"message {i}", lane: lane)).ToList();
        foreach (var result in await Task.WhenAll(entries.Select(entry => Ledger.AppendAsync(entry, Stop)))) result.Outcome.ShouldBe(AppendOutcome.Stored);
        return [.. entries.Select(entry => entry.Rows.Outgoing[0].Id)];
    }

    /// <summary>Writes something that has nothing to do with delivery.</summary>
    internal Task Write() => Ledger.AppendAsync(new() { Rows = new() { Audits = [new(null, 0, "tick", [])] } }, Stop);

    /// <summary>Waits until something holds of this ledger, looking at each commit.</summary>
    internal async Task Until(Func<Task<bool>> holds)
    {
        while (true)
        {
            var next = Ledger.Commits.Next;
            if (await holds()) return;
            await next.WaitAsync(TimeSpan.FromMinutes(1), Stop);
        }
    }

    /// <summary>Waits until so many messages of ours are done.</summary>
    internal Task UntilDone(long count) => Until(() => Task.FromResult(Ask<long>("select count(*) from outgoing where done_at is not null") >= count));

    internal Task UntilReceived(long count) => Until(() => Task.FromResult(Ask<long>("select count(*) from incoming") >= count));

    internal Task UntilQuarantined(long count) => Until(() => Task.FromResult(Ask<long>("select count(*) from quarantine") >= count));

    internal List<string> Reasons()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select reason from quarantine order by place";
        using var rows = command.ExecuteReader();
        var reasons = new List<string>();
        while (rows.Read()) reasons.Add(rows.GetString(0));
        return reasons;
    }

    internal T Ask<T>(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType(command.ExecuteScalar()!, typeof(T));
    }

    /// <summary>Does to the file what only somebody with the disk in hand could do.</summary>
    internal void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "ledger", "ledger.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery().ShouldBe(1);
    }

    /// <summary>Opens what another sealed for us.</summary>
    internal Parcel Opened(byte[] sealedParcel) => new Opener(Keys, network.Partners, network.Time).Open(sealedParcel).Parcel.ShouldNotBeNull();

    internal int OnTheWayTo(Side other) => Service<OnItsWay>().Count(other.Name);

    public async ValueTask DisposeAsync()
    {
        await Down();
        Directory.Delete(_folder, recursive: true);
    }

    private void Replace(string copy)
    {
        var ledger = Path.Combine(_folder, "ledger");
        foreach (var file in Directory.EnumerateFiles(ledger, "ledger.db*")) File.Delete(file);
        File.Copy(copy, Path.Combine(ledger, "ledger.db"));
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "ledger", "ledger.db")};Mode=ReadOnly;Pooling=false");
        connection.Open();
        return connection;
    }
}
