using System.Globalization;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace InfoSharing.Exchange.Delivery.Bus.Rabbit;

/// <summary>
/// Hands parcels to the agency's own exchange. A parcel is taken when the broker has confirmed it: it lies in the recipient's queue. What no queue
/// takes comes back, and was not taken.
/// </summary>
internal sealed class BrokerCarrier(BrokerConnections connections, AgencyKeys us, TimeProvider clock, ILogger<BrokerCarrier> log)
    : BrokerSession(connections, "sending", clock, log), IParcelCarrier
{
    private const string ParcelType = "application/vnd.infosharing.parcel";
    private readonly string _exchange = BrokerNames.ExchangeOf(us.Agency);
    private volatile IChannel? _channel;
    private volatile bool _blocked;

    public bool IsReachable => !_blocked && _channel is { IsOpen: true };

    public async Task SendAsync(string recipient, Parcel.Types.Lane lane, byte[] sealedParcel, TimeSpan expiresIn, CancellationToken cancellationToken)
    {
        if (_channel is not { IsOpen: true } channel) throw new BusUnavailableException("The broker is not reached.");
        var properties = new BasicProperties
        {
            ContentType = ParcelType,
            DeliveryMode = DeliveryModes.Persistent,
            Expiration = Math.Max(1, (long)expiresIn.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
        };
        if (DeliveryTraces.Context is { } context) properties.Headers = new Dictionary<string, object?> { [DeliveryTraces.Header] = context };
        try
        {
            await channel.BasicPublishAsync(_exchange, BrokerNames.QueueOf(recipient, lane), mandatory: true, properties, sealedParcel, cancellationToken);
        }
        catch (PublishException refused)
        {
            throw new BusUnavailableException(refused.IsReturn ? "The recipient has no queue on the broker, or our exchange is not bound to it: run 'infosharing broker prepare'." : "The broker refused the parcel.", refused);
        }
        catch (Exception failure) when (BrokerConnections.IsLoss(failure))
        {
            throw new BusUnavailableException("The broker went away before it confirmed the parcel.", failure) { MayHaveTaken = true };
        }
    }

    protected override async Task BeginAsync(IConnection connection, TaskCompletionSource lost, CancellationToken stop)
    {
        connection.ConnectionBlockedAsync += (_, _) =>
        {
            _blocked = true;
            BrokerLog.Blocked(log);
            return Task.CompletedTask;
        };
        connection.ConnectionUnblockedAsync += (_, _) =>
        {
            _blocked = false;
            BrokerLog.Unblocked(log);
            return Task.CompletedTask;
        };
        var channel = await connection.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), stop);
        channel.ChannelShutdownAsync += (_, _) =>
        {
            lost.TrySetResult();
            return Task.CompletedTask;
        };
        await channel.ExchangeDeclarePassiveAsync(_exchange, stop); // asks whether it is there; makes nothing
        _channel = channel;
    }

    protected override Task EndAsync()
    {
        (_channel, _blocked) = (null, false);
        return Task.CompletedTask;
    }
}
