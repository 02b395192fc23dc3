namespace Grpc.Core;

/// <summary>The server's response stream; it ends when the handler does.</summary>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>
{
}
