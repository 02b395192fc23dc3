using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace InfoSharing.Tests.Benchmarks.Moving;

/// <summary>A quorum queue of the floor's, published to with confirms, and consumed one delivery after another.</summary>
internal sealed class FloorQueue : IAsyncDisposable
{
    private static readonly BasicProperties Properties = new() { DeliveryMode = DeliveryModes.Persistent, Expiration = "60000" };
    private readonly string _name;
    private readonly IChannel _out;
    private readonly IChannel _in;

    private FloorQueue(string name, IChannel @out, IChannel @in) => (_name, _out, _in) = (name, @out, @in);

    internal static async Task<FloorQueue> OpenAsync(IConnection connection, string name)
    {
        var queue = new FloorQueue(name, await connection.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)), await connection.CreateChannelAsync());
        await queue._out.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        return queue;
    }

    /// <summary>Completes when the broker has it.</summary>
    internal Task PublishAsync(byte[] parcel) => _out.BasicPublishAsync("", _name, mandatory: true, Properties, parcel).AsTask();

    internal async Task ConsumeAsync(ushort ahead, Func<Task> take)
    {
        await _in.BasicQosAsync(0, ahead, false);
        var consumer = new AsyncEventingBasicConsumer(_in);
        consumer.ReceivedAsync += async (_, parcel) =>
        {
            await take();
            await _in.BasicAckAsync(parcel.DeliveryTag, false);
        };
        await _in.BasicConsumeAsync(_name, autoAck: false, consumer);
    }

    public async ValueTask DisposeAsync()
    {
        await _in.DisposeAsync();
        await _out.DisposeAsync();
    }
}
