using InfoSharing.Exchange.Ledger;

namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>One agency's place on the in-memory bus. What comes while nobody sits there is lost, as a bus may lose it: its sender sends it again.</summary>
internal sealed class FabricSeat
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _taking = [];
    private CancellationTokenSource? _sitting;
    private IParcelInbox? _inbox;

    /// <summary>True while an agency sits here.</summary>
    internal bool IsTaken => Volatile.Read(ref _inbox) is not null;

    /// <summary>Sits down.</summary>
    /// <exception cref="InvalidOperationException">Somebody sits there.</exception>
    internal void Take(IParcelInbox inbox)
    {
        lock (_gate)
        {
            if (_inbox is not null) throw new InvalidOperationException("An agency joins the in-memory bus once; the other process or host must leave first.");
            (_inbox, _sitting) = (inbox, new());
        }
    }

    /// <summary>Gets up, when what is being received is done or was let go.</summary>
    internal async Task LeaveAsync()
    {
        Task[] taking;
        CancellationTokenSource? sitting;
        lock (_gate)
        {
            (sitting, _sitting, _inbox) = (_sitting, null, null);
            taking = [.. _taking];
        }
        if (sitting is null) return;
        await sitting.CancelAsync();
        await Task.WhenAll(taking);
        sitting.Dispose();
    }

    /// <summary>Brings a parcel.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger is full or down.</exception>
    internal async Task BringAsync(byte[] sealedParcel, string? vouchedSender)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        IParcelInbox inbox;
        CancellationToken stop;
        lock (_gate)
        {
            if (_inbox is not { } seated) return;
            (inbox, stop) = (seated, _sitting!.Token);
            _taking.Add(done.Task);
        }
        try
        {
            await inbox.ReceiveAsync(sealedParcel, vouchedSender, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The agency stops: the parcel's messages come again.
        }
        finally
        {
            lock (_gate) _taking.Remove(done.Task);
            done.SetResult();
        }
    }
}
