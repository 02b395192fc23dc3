using InfoSharing.Exchange.Ledger.Entries;

namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>An entry that waits to be written.</summary>
internal sealed class Waiting(LedgerEntry entry, PreparedRows prepared)
{
    private readonly TaskCompletionSource<AppendResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal LedgerEntry Entry => entry;

    internal PreparedRows Prepared => prepared;

    internal Task<AppendResult> Done => _done.Task;

    internal void Complete(AppendResult result) => _done.TrySetResult(result);

    internal void Fail(Exception failure) => _done.TrySetException(failure);
}
