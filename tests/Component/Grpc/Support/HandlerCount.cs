namespace InfoSharing.Tests.Rpc;

/// <summary>Counts the handlers that run.</summary>
internal sealed class HandlerCount
{
    private readonly Lock sync = new();
    private TaskCompletionSource? gone;
    private int running;

    public async Task<T> During<T>(Func<Task<T>> handler)
    {
        Enter();
        try
        {
            return await handler();
        }
        finally
        {
            Leave();
        }
    }

    public async Task During(Func<Task> handler)
    {
        Enter();
        try
        {
            await handler();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Done when none runs.</summary>
    public Task AreGone()
    {
        lock (sync)
        {
            gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (running == 0)
            {
                gone.SetResult();
            }

            return gone.Task.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    private void Enter()
    {
        lock (sync)
        {
            running++;
        }
    }

    private void Leave()
    {
        lock (sync)
        {
            if (--running == 0)
            {
                gone?.TrySetResult();
            }
        }
    }
}
