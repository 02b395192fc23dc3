using System.Text;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.V1;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace InfoSharing.Exchange.Delivery.Bus.Rabbit;

/// <summary>
/// Takes what lies in the agency's queues. A parcel is acknowledged when the inbox has taken it; while the ledger is down it goes back to its queue
/// after a pause, and as no more are brought than the prefetch, nothing runs hot.
/// </summary>
internal sealed class BrokerReceiver(BrokerConnections connections, AgencyKeys us, IParcelInbox inbox, IOptions<BusOptions> options, TimeProvider clock, ILogger<BrokerReceiver> log)
    : BrokerSession(connections, "receiving", clock, log)
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _taking = [];
    private int _ledgerIsDown;

    protected override async Task BeginAsync(IConnection connection, TaskCompletionSource lost, CancellationToken stop)
    {
        foreach (var lane in BrokerNames.Lanes) await ConsumeAsync(connection, lane, lost, stop);
    }

    // What is being stored is stored, whether or not the broker hears of it.
    protected override Task EndAsync()
    {
        lock (_gate) return Task.WhenAll(_taking);
    }

    private async Task ConsumeAsync(IConnection connection, Parcel.Types.Lane lane, TaskCompletionSource lost, CancellationToken stop)
    {
        var atOnce = (ushort)Math.Min(options.Value.Prefetch, Environment.ProcessorCount);
        var channel = await connection.CreateChannelAsync(new(publisherConfirmationsEnabled: false, publisherConfirmationTrackingEnabled: false, consumerDispatchConcurrency: atOnce), stop);
        await channel.BasicQosAsync(0, (ushort)options.Value.Prefetch, global: false, stop);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, came) => TakeNotedAsync(channel, came, stop);
        Task Lost(object sender, AsyncEventArgs reason)
        {
            lost.TrySetResult(); // the queue was removed, or the channel closed: everything is opened again
            return Task.CompletedTask;
        }
        consumer.UnregisteredAsync += Lost;
        consumer.ShutdownAsync += Lost;
        await channel.BasicConsumeAsync(BrokerNames.QueueOf(us.Agency, lane), autoAck: false, consumer, stop);
    }

    private async Task TakeNotedAsync(IChannel channel, BasicDeliverEventArgs came, CancellationToken stop)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate) _taking.Add(done.Task);
        try
        {
            await TakeAsync(channel, came, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The agency stops: the parcel stays in its queue.
        }
        catch (Exception failure) when (BrokerConnections.IsLoss(failure))
        {
            // The broker went away before it heard: it brings the parcel again, and every message in it is known.
        }
        finally
        {
            lock (_gate) _taking.Remove(done.Task);
            done.SetResult();
        }
    }

    private async Task TakeAsync(IChannel channel, BasicDeliverEventArgs came, CancellationToken stop)
    {
        using var span = DeliveryTraces.Receiving(came.BasicProperties.Headers?.TryGetValue(DeliveryTraces.Header, out var context) == true && context is byte[] text ? Encoding.ASCII.GetString(text) : null);
        try
        {
            await inbox.ReceiveAsync(came.Body.ToArray(), BrokerNames.SenderOf(came.Exchange), stop);
        }
        catch (LedgerUnavailableException)
        {
            if (Interlocked.Exchange(ref _ledgerIsDown, 1) == 0) BrokerLog.LedgerDown(log, options.Value.LedgerPauseSeconds);
            await Task.Delay(TimeSpan.FromSeconds(options.Value.LedgerPauseSeconds), Clock, stop);
            await channel.BasicNackAsync(came.DeliveryTag, multiple: false, requeue: true, stop);
            return;
        }
        if (Interlocked.Exchange(ref _ledgerIsDown, 0) == 1) BrokerLog.LedgerUp(log);
        await channel.BasicAckAsync(came.DeliveryTag, multiple: false, stop);
    }
}
