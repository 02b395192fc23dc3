using System.Threading.Channels;

namespace InfoSharing.Exchange.Delivery.Dispatch;

/// <summary>Wakes one who waits; woken while awake, the next wait ends at once. Woken twice is woken once.</summary>
internal sealed class Wake
{
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Wakes it.</summary>
    internal void Call() => _calls.Writer.TryWrite(true);

    /// <summary>Waits until it is called.</summary>
    internal async Task WaitAsync(CancellationToken cancellationToken) => await _calls.Reader.ReadAsync(cancellationToken);

    /// <summary>Completes when it is called; the call is still there to be taken.</summary>
    internal Task Called(CancellationToken cancellationToken) => _calls.Reader.WaitToReadAsync(cancellationToken).AsTask();

    /// <summary>Takes a call that is there.</summary>
    internal bool Take() => _calls.Reader.TryRead(out _);
}
