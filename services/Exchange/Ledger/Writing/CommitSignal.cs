namespace InfoSharing.Exchange.Ledger.Writing;

/// <summary>Tells all who wait that something was committed. Take <see cref="Next"/> before reading; then nothing is missed.</summary>
internal sealed class CommitSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes at the next commit.</summary>
    internal Task Next => Volatile.Read(ref _next).Task;

    internal void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
