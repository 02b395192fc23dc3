using System.Collections.Frozen;
using System.Globalization;
using InfoSharing.Exchange.Ledger;
using InfoSharing.V1;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>
/// The in-memory bus of a process: one bus, three endpoints (lanes) for each agency. Made once, and put into each agency's services before
/// they start; each joins with its inbox when it starts and leaves when it stops. It says who sent, as the broker will: an agency sends by its own
/// carrier alone.
/// </summary>
public sealed class InMemoryFabric : IAsyncDisposable
{
    private const string SenderHeader = "sender";
    private const string ExpiresHeader = "expires";
    private static readonly TimeSpan LedgerPause = TimeSpan.FromSeconds(1);
    private static readonly Parcel.Types.Lane[] Lanes = [Parcel.Types.Lane.AlertsAndAnswers, Parcel.Types.Lane.Transfers, Parcel.Types.Lane.Documents];

    private readonly FrozenDictionary<string, FabricSeat> _seats;
    private readonly TimeProvider _clock;
    private readonly ServiceProvider _services;
    private readonly IBusControl _bus;
    private readonly CancellationTokenSource _stopped = new();

    private InMemoryFabric(IEnumerable<string> agencies, ILoggerFactory logs, TimeProvider clock)
    {
        _seats = agencies.ToFrozenDictionary(agency => agency, _ => new FabricSeat());
        _clock = clock;
        _services = new ServiceCollection().AddSingleton(logs).AddLogging().AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.UsingInMemory((_, configure) => Configure(configure));
        }).BuildServiceProvider();
        _bus = _services.GetRequiredService<IBusControl>();
    }

    /// <summary>Starts a bus for agencies.</summary>
    /// <param name="agencies">Their ids in the directory.</param>
    /// <param name="logs">Where the bus logs; nowhere by default. It logs no bytes of a parcel.</param>
    /// <param name="clock">By which parcels expire; the system's by default.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<InMemoryFabric> StartAsync(IEnumerable<string> agencies, ILoggerFactory? logs = null, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(agencies);
        var fabric = new InMemoryFabric(agencies, logs ?? NullLoggerFactory.Instance, clock ?? TimeProvider.System);
        await fabric._bus.StartAsync(cancellationToken);
        return fabric;
    }

    /// <summary>Stops the bus. What it still holds is lost; its senders have it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        foreach (var seat in _seats.Values) await seat.LeaveAsync();
        await _bus.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        _stopped.Dispose();
    }

    internal bool IsSeated(string agency) => _seats.TryGetValue(agency, out var seat) && seat.IsTaken;

    /// <summary>Takes an agency's seat; from now on it gets what is sent to it.</summary>
    /// <exception cref="InvalidOperationException">The bus was not made for this agency, or it has joined already.</exception>
    internal void Join(string agency, IParcelInbox inbox) =>
        (_seats.GetValueOrDefault(agency) ?? throw new InvalidOperationException($"The in-memory bus was not made for {agency}: name it when the bus is started.")).Take(inbox);

    /// <summary>Leaves, when what is being received is done.</summary>
    internal Task LeaveAsync(string agency) => _seats.TryGetValue(agency, out var seat) ? seat.LeaveAsync() : Task.CompletedTask;

    internal async Task SendAsync(string sender, string recipient, Parcel.Types.Lane lane, byte[] sealedParcel, TimeSpan expiresIn, CancellationToken cancellationToken)
    {
        // As a broker returns what no queue takes.
        if (!IsSeated(recipient)) throw new BusUnavailableException("The recipient has not joined the bus.");
        var endpoint = await _bus.GetSendEndpoint(new Uri($"queue:{QueueOf(recipient, lane)}"));
        var expires = (_clock.GetUtcNow() + expiresIn).UtcTicks.ToString(CultureInfo.InvariantCulture);
        await endpoint.Send(new SealedParcel(sealedParcel), context =>
        {
            context.Headers.Set(SenderHeader, sender);
            context.Headers.Set(ExpiresHeader, expires);
            if (DeliveryTraces.Context is { } trace) context.Headers.Set(DeliveryTraces.Header, trace);
        }, cancellationToken);
    }

    private static string QueueOf(string agency, Parcel.Types.Lane lane) => $"{agency}.lane-{(int)lane}";

    private void Configure(IInMemoryBusFactoryConfigurator configure)
    {
        var serializer = new ParcelSerializer();
        configure.ClearSerialization();
        configure.AddSerializer(serializer, isSerializer: true);
        configure.AddDeserializer(serializer, isDefault: true);
        foreach (var (agency, seat) in _seats)
            foreach (var lane in Lanes)
                configure.ReceiveEndpoint(QueueOf(agency, lane), endpoint =>
                {
                    endpoint.ConfigureConsumeTopology = false;
                    endpoint.PublishFaults = false;
                    endpoint.ConcurrentMessageLimit = Environment.ProcessorCount;
                    endpoint.DiscardFaultedMessages();
                    endpoint.DiscardSkippedMessages();
                    endpoint.Handler<SealedParcel>(context => BringAsync(context, seat));
                });
    }

    // With the ledger down it is brought again, as a broker brings it again, until it has expired.
    private async Task BringAsync(ConsumeContext<SealedParcel> context, FabricSeat seat)
    {
        using var span = DeliveryTraces.Receiving(context.Headers.Get<string>(DeliveryTraces.Header));
        while (!HasExpired(context) && !_stopped.IsCancellationRequested)
        {
            try
            {
                await seat.BringAsync(context.Message.Body, context.Headers.Get<string>(SenderHeader));
                return;
            }
            catch (LedgerUnavailableException)
            {
                await Task.Delay(LedgerPause, _clock, _stopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private bool HasExpired(ConsumeContext context) =>
        long.TryParse(context.Headers.Get<string>(ExpiresHeader), NumberStyles.None, CultureInfo.InvariantCulture, out var expires) && expires <= _clock.GetUtcNow().UtcTicks;
}
