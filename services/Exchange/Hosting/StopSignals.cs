using System.Runtime.InteropServices;

namespace InfoSharing.Exchange.Hosting;

/// <summary>What tells a process to stop, before the host listens for it: a container's first process ignores every signal that it has no handler for.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly List<PosixSignalRegistration> _registrations;

    /// <summary>Listens.</summary>
    /// <param name="stop">What stops it beside signals.</param>
    internal StopSignals(CancellationToken stop)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _registrations = [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT }.Select(signal => PosixSignalRegistration.Create(signal, Take))];
    }

    /// <summary>Cancelled when it is to stop.</summary>
    internal CancellationToken Stop => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private void Take(PosixSignalContext context)
    {
        context.Cancel = true; // it ends in order, not at once
        _stop.Cancel();
    }
}
