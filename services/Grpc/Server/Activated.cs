namespace Grpc.AspNetCore.Server;

internal static class Activated
{
    /// <summary>Disposes what was made for one call, if it wants that.</summary>
    public static ValueTask ReleaseAsync(object made)
    {
        if (made is IAsyncDisposable asynchronous)
        {
            return asynchronous.DisposeAsync();
        }

        (made as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }
}
