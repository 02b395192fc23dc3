namespace Grpc.Core;

/// <summary>The client's request stream.</summary>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Says that no more requests follow. Calling it again does nothing.</summary>
    Task CompleteAsync();
}
