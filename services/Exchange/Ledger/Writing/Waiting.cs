using System.Diagnostics;
using InfoSharing.Exchange.Ledger.Entries;

namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>An entry that waits to be written.</summary>
internal sealed class Waiting(LedgerEntry entry, PreparedRows prepared)
{
    private readonly TaskCompletionSource<AppendResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal LedgerEntry Entry => entry;

    internal PreparedRows Prepared => prepared;

    /// <summary>The span in which it was asked for: what is decided on the writer's thread belongs there.</summary>
    internal Activity? Asked { get; } = Activity.Current;

    internal Task<AppendResult> Done => _done.Task;

    internal void Complete(AppendResult result) => _done.TrySetResult(result);

    internal void Fail(Exception failure) => _done.TrySetException(failure);
}
