using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>The functions that a call object asks its call through; shared, so that a call allocates none.</summary>
internal static class CallFunctions<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    public static readonly Func<object, Task<Metadata>> Headers = static call => ((GrpcCall<TRequest, TResponse>)call).ResponseHeadersAsync;
    public static readonly Func<object, Status> Status = static call => ((GrpcCall<TRequest, TResponse>)call).GetStatus();
    public static readonly Func<object, Metadata> Trailers = static call => ((GrpcCall<TRequest, TResponse>)call).GetTrailers();
    public static readonly Action<object> Dispose = static call => ((GrpcCall<TRequest, TResponse>)call).Dispose();
}
