// Grpc.Core.Api 2.x: what generated code, services and clients touch.
using System.Buffers;
using System.Runtime.CompilerServices;
using Grpc.Core.Interceptors;

namespace Grpc.Core
{
    public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);

    public class AuthInterceptorContext
    {
        public AuthInterceptorContext(string serviceUrl, string methodName) { }
        public AuthInterceptorContext(string serviceUrl, string methodName, CancellationToken cancellationToken) { }
        public string ServiceUrl => throw null!;
        public string MethodName => throw null!;
        public CancellationToken CancellationToken => throw null!;
    }

    public sealed class AsyncUnaryCall<TResponse> : IDisposable
    {
        public AsyncUnaryCall(Task<TResponse> responseAsync, Task<Metadata> responseHeadersAsync, Func<Status> getStatusFunc, Func<Metadata> getTrailersFunc, Action disposeAction) { }
        public AsyncUnaryCall(Task<TResponse> responseAsync, Func<object, Task<Metadata>> responseHeadersAsync, Func<object, Status> getStatusFunc, Func<object, Metadata> getTrailersFunc, Action<object> disposeAction, object state) { }
        public Task<TResponse> ResponseAsync => throw null!;
        public Task<Metadata> ResponseHeadersAsync => throw null!;
        public TaskAwaiter<TResponse> GetAwaiter() => throw null!;
        public ConfiguredTaskAwaitable<TResponse> ConfigureAwait(bool continueOnCapturedContext) => throw null!;
        public Status GetStatus() => throw null!;
        public Metadata GetTrailers() => throw null!;
        public void Dispose() => throw null!;
    }

    public sealed class AsyncServerStreamingCall<TResponse> : IDisposable
    {
        public AsyncServerStreamingCall(IAsyncStreamReader<TResponse> responseStream, Task<Metadata> responseHeadersAsync, Func<Status> getStatusFunc, Func<Metadata> getTrailersFunc, Action disposeAction) { }
        public AsyncServerStreamingCall(IAsyncStreamReader<TResponse> responseStream, Func<object, Task<Metadata>> responseHeadersAsync, Func<object, Status> getStatusFunc, Func<object, Metadata> getTrailersFunc, Action<object> disposeAction, object state) { }
        public IAsyncStreamReader<TResponse> ResponseStream => throw null!;
        public Task<Metadata> ResponseHeadersAsync => throw null!;
        public Status GetStatus() => throw null!;
        public Metadata GetTrailers() => throw null!;
        public void Dispose() => throw null!;
    }

    public sealed class AsyncClientStreamingCall<TRequest, TResponse> : IDisposable
    {
        public AsyncClientStreamingCall(IClientStreamWriter<TRequest> requestStream, Task<TResponse> responseAsync, Task<Metadata> responseHeadersAsync, Func<Status> getStatusFunc, Func<Metadata> getTrailersFunc, Action disposeAction) { }
        public AsyncClientStreamingCall(IClientStreamWriter<TRequest> requestStream, Task<TResponse> responseAsync, Func<object, Task<Metadata>> responseHeadersAsync, Func<object, Status> getStatusFunc, Func<object, Metadata> getTrailersFunc, Action<object> disposeAction, object state) { }
        public IClientStreamWriter<TRequest> RequestStream => throw null!;
        public Task<TResponse> ResponseAsync => throw null!;
        public Task<Metadata> ResponseHeadersAsync => throw null!;
        public TaskAwaiter<TResponse> GetAwaiter() => throw null!;
        public ConfiguredTaskAwaitable<TResponse> ConfigureAwait(bool continueOnCapturedContext) => throw null!;
        public Status GetStatus() => throw null!;
        public Metadata GetTrailers() => throw null!;
        public void Dispose() => throw null!;
    }

    public sealed class AsyncDuplexStreamingCall<TRequest, TResponse> : IDisposable
    {
        public AsyncDuplexStreamingCall(IClientStreamWriter<TRequest> requestStream, IAsyncStreamReader<TResponse> responseStream, Task<Metadata> responseHeadersAsync, Func<Status> getStatusFunc, Func<Metadata> getTrailersFunc, Action disposeAction) { }
        public AsyncDuplexStreamingCall(IClientStreamWriter<TRequest> requestStream, IAsyncStreamReader<TResponse> responseStream, Func<object, Task<Metadata>> responseHeadersAsync, Func<object, Status> getStatusFunc, Func<object, Metadata> getTrailersFunc, Action<object> disposeAction, object state) { }
        public IClientStreamWriter<TRequest> RequestStream => throw null!;
        public IAsyncStreamReader<TResponse> ResponseStream => throw null!;
        public Task<Metadata> ResponseHeadersAsync => throw null!;
        public Status GetStatus() => throw null!;
        public Metadata GetTrailers() => throw null!;
        public void Dispose() => throw null!;
    }

    // MoveNext is in Grpc.Core.Api and ReadAllAsync in Grpc.Net.Common, in two classes of one name.
    public static class AsyncStreamReaderExtensions
    {
        public static Task<bool> MoveNext<T>(this IAsyncStreamReader<T> streamReader) where T : class => throw null!;
        public static IAsyncEnumerable<T> ReadAllAsync<T>(this IAsyncStreamReader<T> streamReader, CancellationToken cancellationToken = default) => throw null!;
    }

    public class AuthContext
    {
        public AuthContext(string? peerIdentityPropertyName, Dictionary<string, List<AuthProperty>> properties) { }
        public bool IsPeerAuthenticated => throw null!;
        public string? PeerIdentityPropertyName => throw null!;
        public IEnumerable<AuthProperty> PeerIdentity => throw null!;
        public IEnumerable<AuthProperty> Properties => throw null!;
        public IEnumerable<AuthProperty> FindPropertiesByName(string propertyName) => throw null!;
    }

    public class AuthProperty
    {
        private AuthProperty() { }
        public string Name => throw null!;
        public string Value => throw null!;
        public byte[] ValueBytes => throw null!;
        public static AuthProperty Create(string name, byte[] valueBytes) => throw null!;
    }

    [AttributeUsage(AttributeTargets.Class)]
    public class BindServiceMethodAttribute : Attribute
    {
        public BindServiceMethodAttribute(Type bindType, string bindMethodName) { }
        public Type BindType => throw null!;
        public string BindMethodName => throw null!;
    }

    public abstract class CallCredentials
    {
        private protected CallCredentials() { }
        public static CallCredentials Compose(params CallCredentials[] credentials) => throw null!;
        public static CallCredentials FromInterceptor(AsyncAuthInterceptor interceptor) => throw null!;
    }

    public abstract class CallInvoker
    {
        public abstract TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) where TRequest : class where TResponse : class;
        public abstract AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) where TRequest : class where TResponse : class;
        public abstract AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) where TRequest : class where TResponse : class;
        public abstract AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) where TRequest : class where TResponse : class;
        public abstract AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) where TRequest : class where TResponse : class;
    }

    public struct CallOptions
    {
        public CallOptions(Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default, WriteOptions? writeOptions = null, ContextPropagationToken? propagationToken = null, CallCredentials? credentials = null) { }
        public Metadata? Headers => throw null!;
        public DateTime? Deadline => throw null!;
        public CancellationToken CancellationToken => throw null!;
        public WriteOptions? WriteOptions => throw null!;
        public ContextPropagationToken? PropagationToken => throw null!;
        public CallCredentials? Credentials => throw null!;
        public CallOptions WithHeaders(Metadata headers) => throw null!;
        public CallOptions WithDeadline(DateTime deadline) => throw null!;
        public CallOptions WithCancellationToken(CancellationToken cancellationToken) => throw null!;
        public CallOptions WithWriteOptions(WriteOptions writeOptions) => throw null!;
        public CallOptions WithPropagationToken(ContextPropagationToken propagationToken) => throw null!;
        public CallOptions WithCredentials(CallCredentials credentials) => throw null!;
    }

    public abstract class ChannelBase
    {
        protected ChannelBase(string target) { }
        public string Target => throw null!;
        public abstract CallInvoker CreateCallInvoker();
        public Task ShutdownAsync() => throw null!;
        protected virtual Task ShutdownAsyncCore() => throw null!;
    }

    public abstract class ChannelCredentials
    {
        private protected ChannelCredentials() { }
        public static ChannelCredentials Insecure => throw null!;
        public static ChannelCredentials SecureSsl => throw null!;
        public static ChannelCredentials Create(ChannelCredentials channelCredentials, CallCredentials callCredentials) => throw null!;
    }

    public sealed class SslCredentials : ChannelCredentials
    {
        public SslCredentials() { }
    }

    public abstract class ClientBase
    {
        protected ClientBase() { }
        protected ClientBase(ClientBaseConfiguration configuration) { }
        public ClientBase(ChannelBase channel) { }
        public ClientBase(CallInvoker callInvoker) { }
        protected CallInvoker CallInvoker => throw null!;
        protected internal class ClientBaseConfiguration
        {
            internal ClientBaseConfiguration() { }
        }
    }

    public abstract class ClientBase<T> : ClientBase where T : ClientBase<T>
    {
        protected ClientBase() { }
        protected ClientBase(ClientBaseConfiguration configuration) { }
        public ClientBase(ChannelBase channel) { }
        public ClientBase(CallInvoker callInvoker) { }
        public T WithHost(string host) => throw null!;
        protected abstract T NewInstance(ClientBaseConfiguration configuration);
    }

    public class ContextPropagationOptions
    {
        public static readonly ContextPropagationOptions Default = null!;
        public ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true) { }
        public bool IsPropagateDeadline => throw null!;
        public bool IsPropagateCancellation => throw null!;
    }

    public abstract class ContextPropagationToken
    {
        private protected ContextPropagationToken() { }
    }

    public abstract class DeserializationContext
    {
        public abstract int PayloadLength { get; }
        public virtual byte[] PayloadAsNewBuffer() => throw null!;
        public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw null!;
    }

    public abstract class SerializationContext
    {
        public virtual void Complete(byte[] payload) => throw null!;
        public virtual IBufferWriter<byte> GetBufferWriter() => throw null!;
        public virtual void SetPayloadLength(int payloadLength) => throw null!;
        public virtual void Complete() => throw null!;
    }

    public interface IAsyncStreamReader<out T>
    {
        T Current { get; }
        Task<bool> MoveNext(CancellationToken cancellationToken);
    }

    public interface IAsyncStreamWriter<in T>
    {
        WriteOptions? WriteOptions { get; set; }
        Task WriteAsync(T message);
        Task WriteAsync(T message, CancellationToken cancellationToken) => throw null!;
    }

    public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
    {
        Task CompleteAsync();
    }

    public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>
    {
    }

    public interface IMethod
    {
        MethodType Type { get; }
        string ServiceName { get; }
        string Name { get; }
        string FullName { get; }
    }

    public class Marshaller<T>
    {
        public Marshaller(Func<T, byte[]> serializer, Func<byte[], T> deserializer) { }
        public Marshaller(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer) { }
        public Action<T, SerializationContext> ContextualSerializer => throw null!;
        public Func<DeserializationContext, T> ContextualDeserializer => throw null!;
    }

    public static class Marshallers
    {
        public static Marshaller<T> Create<T>(Func<T, byte[]> serializer, Func<byte[], T> deserializer) => throw null!;
        public static Marshaller<T> Create<T>(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer) => throw null!;
    }

    public sealed class Metadata : IList<Metadata.Entry>
    {
        public const string BinaryHeaderSuffix = "-bin";
        public static readonly Metadata Empty = null!;
        public Metadata() { }
        public int Count => throw null!;
        public bool IsReadOnly => throw null!;
        public Entry this[int index] { get => throw null!; set => throw null!; }
        public Entry? Get(string key) => throw null!;
        public string? GetValue(string key) => throw null!;
        public byte[]? GetValueBytes(string key) => throw null!;
        public IEnumerable<Entry> GetAll(string key) => throw null!;
        public void Add(string key, string value) => throw null!;
        public void Add(string key, byte[] valueBytes) => throw null!;
        public void Add(Entry item) => throw null!;
        public void Clear() => throw null!;
        public bool Contains(Entry item) => throw null!;
        public void CopyTo(Entry[] array, int arrayIndex) => throw null!;
        public IEnumerator<Entry> GetEnumerator() => throw null!;
        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null!;
        public int IndexOf(Entry item) => throw null!;
        public void Insert(int index, Entry item) => throw null!;
        public bool Remove(Entry item) => throw null!;
        public void RemoveAt(int index) => throw null!;

        public class Entry
        {
            public Entry(string key, string value) { }
            public Entry(string key, byte[] valueBytes) { }
            public string Key => throw null!;
            public string Value => throw null!;
            public byte[] ValueBytes => throw null!;
            public bool IsBinary => throw null!;
            public override string ToString() => throw null!;
        }
    }

    public class Method<TRequest, TResponse> : IMethod
    {
        public Method(MethodType type, string serviceName, string name, Marshaller<TRequest> requestMarshaller, Marshaller<TResponse> responseMarshaller) { }
        public MethodType Type => throw null!;
        public string ServiceName => throw null!;
        public string Name => throw null!;
        public string FullName => throw null!;
        public Marshaller<TRequest> RequestMarshaller => throw null!;
        public Marshaller<TResponse> ResponseMarshaller => throw null!;
    }

    public enum MethodType { Unary, ClientStreaming, ServerStreaming, DuplexStreaming }

    public enum StatusCode
    {
        OK = 0, Cancelled = 1, Unknown = 2, InvalidArgument = 3, DeadlineExceeded = 4, NotFound = 5, AlreadyExists = 6, PermissionDenied = 7, ResourceExhausted = 8,
        FailedPrecondition = 9, Aborted = 10, OutOfRange = 11, Unimplemented = 12, Internal = 13, Unavailable = 14, DataLoss = 15, Unauthenticated = 16,
    }

    public struct Status
    {
        public static readonly Status DefaultSuccess;
        public static readonly Status DefaultCancelled;
        public Status(StatusCode statusCode, string detail) { }
        public Status(StatusCode statusCode, string detail, Exception? debugException) { }
        public StatusCode StatusCode => throw null!;
        public string Detail => throw null!;
        public Exception? DebugException => throw null!;
        public override string ToString() => throw null!;
    }

    public class RpcException : Exception
    {
        public RpcException(Status status) { }
        public RpcException(Status status, string message) { }
        public RpcException(Status status, Metadata trailers) { }
        public RpcException(Status status, Metadata trailers, string message) { }
        public Status Status => throw null!;
        public StatusCode StatusCode => throw null!;
        public Metadata Trailers => throw null!;
    }

    public abstract class ServerCallContext
    {
        protected ServerCallContext() { }
        public string Method => throw null!;
        public string Host => throw null!;
        public string Peer => throw null!;
        public DateTime Deadline => throw null!;
        public Metadata RequestHeaders => throw null!;
        public CancellationToken CancellationToken => throw null!;
        public Metadata ResponseTrailers => throw null!;
        public Status Status { get => throw null!; set => throw null!; }
        public WriteOptions? WriteOptions { get => throw null!; set => throw null!; }
        public AuthContext AuthContext => throw null!;
        public IDictionary<object, object> UserState => throw null!;
        public Task WriteResponseHeadersAsync(Metadata responseHeaders) => throw null!;
        public ContextPropagationToken CreatePropagationToken(ContextPropagationOptions? options = null) => throw null!;
        protected abstract string MethodCore { get; }
        protected abstract string HostCore { get; }
        protected abstract string PeerCore { get; }
        protected abstract DateTime DeadlineCore { get; }
        protected abstract Metadata RequestHeadersCore { get; }
        protected abstract CancellationToken CancellationTokenCore { get; }
        protected abstract Metadata ResponseTrailersCore { get; }
        protected abstract Status StatusCore { get; set; }
        protected abstract WriteOptions? WriteOptionsCore { get; set; }
        protected abstract AuthContext AuthContextCore { get; }
        protected virtual IDictionary<object, object> UserStateCore => throw null!;
        protected abstract Task WriteResponseHeadersAsyncCore(Metadata responseHeaders);
        protected abstract ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options);
    }

    public delegate Task<TResponse> UnaryServerMethod<TRequest, TResponse>(TRequest request, ServerCallContext context) where TRequest : class where TResponse : class;
    public delegate Task<TResponse> ClientStreamingServerMethod<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, ServerCallContext context) where TRequest : class where TResponse : class;
    public delegate Task ServerStreamingServerMethod<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context) where TRequest : class where TResponse : class;
    public delegate Task DuplexStreamingServerMethod<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context) where TRequest : class where TResponse : class;

    public class ServerServiceDefinition
    {
        private ServerServiceDefinition() { }
        public static Builder CreateBuilder() => throw null!;
        public class Builder
        {
            public Builder() { }
            public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler) where TRequest : class where TResponse : class => throw null!;
            public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> handler) where TRequest : class where TResponse : class => throw null!;
            public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> handler) where TRequest : class where TResponse : class => throw null!;
            public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> handler) where TRequest : class where TResponse : class => throw null!;
            public ServerServiceDefinition Build() => throw null!;
        }
    }

    public abstract class ServiceBinderBase
    {
        public virtual void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) where TRequest : class where TResponse : class => throw null!;
        public virtual void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) where TRequest : class where TResponse : class => throw null!;
        public virtual void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) where TRequest : class where TResponse : class => throw null!;
        public virtual void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) where TRequest : class where TResponse : class => throw null!;
    }

    [Flags]
    public enum WriteFlags { BufferHint = 0x1, NoCompress = 0x2 }

    public class WriteOptions
    {
        public static readonly WriteOptions Default = null!;
        public WriteOptions(WriteFlags flags = default) { }
        public WriteFlags Flags => throw null!;
    }
}

namespace Grpc.Core.Interceptors
{
    public static class CallInvokerExtensions
    {
        public static CallInvoker Intercept(this CallInvoker invoker, Interceptor interceptor) => throw null!;
        public static CallInvoker Intercept(this CallInvoker invoker, params Interceptor[] interceptors) => throw null!;
        public static CallInvoker Intercept(this CallInvoker invoker, Func<Metadata, Metadata> interceptor) => throw null!;
    }

    public static class ChannelExtensions
    {
        public static CallInvoker Intercept(this ChannelBase channel, Interceptor interceptor) => throw null!;
        public static CallInvoker Intercept(this ChannelBase channel, params Interceptor[] interceptors) => throw null!;
        public static CallInvoker Intercept(this ChannelBase channel, Func<Metadata, Metadata> interceptor) => throw null!;
    }

    public struct ClientInterceptorContext<TRequest, TResponse> where TRequest : class where TResponse : class
    {
        public ClientInterceptorContext(Method<TRequest, TResponse> method, string? host, CallOptions options) { }
        public Method<TRequest, TResponse> Method => throw null!;
        public string? Host => throw null!;
        public CallOptions Options => throw null!;
    }

    public abstract class Interceptor
    {
        protected Interceptor() { }
        public delegate TResponse BlockingUnaryCallContinuation<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context) where TRequest : class where TResponse : class;
        public delegate AsyncUnaryCall<TResponse> AsyncUnaryCallContinuation<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context) where TRequest : class where TResponse : class;
        public delegate AsyncServerStreamingCall<TResponse> AsyncServerStreamingCallContinuation<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context) where TRequest : class where TResponse : class;
        public delegate AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCallContinuation<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context) where TRequest : class where TResponse : class;
        public delegate AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCallContinuation<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context) where TRequest : class where TResponse : class;
        public virtual TResponse BlockingUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation) where TRequest : class where TResponse : class => throw null!;
        public virtual AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) where TRequest : class where TResponse : class => throw null!;
        public virtual AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) where TRequest : class where TResponse : class => throw null!;
        public virtual AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) where TRequest : class where TResponse : class => throw null!;
        public virtual AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) where TRequest : class where TResponse : class => throw null!;
        public virtual Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) where TRequest : class where TResponse : class => throw null!;
        public virtual Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) where TRequest : class where TResponse : class => throw null!;
        public virtual Task ServerStreamingServerHandler<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) where TRequest : class where TResponse : class => throw null!;
        public virtual Task DuplexStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) where TRequest : class where TResponse : class => throw null!;
    }
}
