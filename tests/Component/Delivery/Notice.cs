namespace InfoSharing.Tests.Component.Delivery;

/// <summary>Lets a test wait for what it expects, and no longer. A minute is the bound of a test that would hang.</summary>
internal sealed class Notice
{
    private TaskCompletionSource _next = New();

    internal void Give() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    internal async Task<T> Until<T>(Func<T?> expected)
        where T : class
    {
        while (true)
        {
            var next = Volatile.Read(ref _next).Task;
            if (expected() is { } found) return found;
            await next.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
