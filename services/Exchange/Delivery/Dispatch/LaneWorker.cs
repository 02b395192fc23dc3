using InfoSharing.V1;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Delivery.Dispatch;

/// <summary>Sends what is due for one recipient in one lane, whenever it is called; it waits for no other recipient or lane.</summary>
internal sealed class LaneWorker(string recipient, Parcel.Types.Lane lane, ParcelSender sender, OnItsWay onItsWay, ILogger log)
{
    private readonly Wake _wake = new();
    private volatile bool _waitsForRoom;

    /// <summary>Something may be due.</summary>
    internal void Call() => _wake.Call();

    /// <summary>A place was given back.</summary>
    internal void Freed()
    {
        if (_waitsForRoom) Call();
    }

    /// <summary>Works until it is stopped, and then until what it was handing over is handed over or let go.</summary>
    internal async Task RunAsync(CancellationToken stop)
    {
        var onTheirWay = new List<Task>();
        try
        {
            while (true)
            {
                await _wake.WaitAsync(stop);
                await SendAsync(onTheirWay, stop);
                onTheirWay.RemoveAll(task => task.IsCompleted);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Task.WhenAll(onTheirWay);
        }
    }

    private async Task SendAsync(List<Task> onTheirWay, CancellationToken stop)
    {
        _waitsForRoom = false;
        StillDue still;
        try
        {
            do still = await sender.SendDueAsync(recipient, lane, onTheirWay, stop);
            while (still == StillDue.More);
        }
        catch (Exception failure) when (failure is not OperationCanceledException) // full, down or a fault of ours: the worker outlives it, and is called again
        {
            DeliveryLog.LookFailed(log, failure.GetType().Name);
            return;
        }
        if (still != StillDue.WaitsForRoom) return;
        _waitsForRoom = true;
        // The last place may have been given back between the looking and the noting.
        if (onItsWay.Room(recipient, lane) > 0) Call();
    }
}
