// Grpc.Net.Client, Grpc.Net.Common, Grpc.Net.ClientFactory and Grpc.AspNetCore.Server.ClientFactory 2.x.
using System.IO.Compression;
using Grpc.AspNetCore.ClientFactory;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Grpc.Net.ClientFactory;
using Grpc.Net.Compression;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client
{
    public sealed class GrpcChannel : ChannelBase, IDisposable
    {
        private GrpcChannel() : base(null!) { }
        public static GrpcChannel ForAddress(string address) => throw null!;
        public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) => throw null!;
        public static GrpcChannel ForAddress(Uri address) => throw null!;
        public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions) => throw null!;
        public override CallInvoker CreateCallInvoker() => throw null!;
        public void Dispose() => throw null!;
        protected override Task ShutdownAsyncCore() => throw null!;
    }

    public sealed class GrpcChannelOptions
    {
        public GrpcChannelOptions() { }
        public ChannelCredentials? Credentials { get => throw null!; set => throw null!; }
        public int? MaxSendMessageSize { get => throw null!; set => throw null!; }
        public int? MaxReceiveMessageSize { get => throw null!; set => throw null!; }
        public int? MaxRetryAttempts { get => throw null!; set => throw null!; }
        public long? MaxRetryBufferSize { get => throw null!; set => throw null!; }
        public long? MaxRetryBufferPerCallSize { get => throw null!; set => throw null!; }
        public IList<ICompressionProvider>? CompressionProviders { get => throw null!; set => throw null!; }
        public ILoggerFactory? LoggerFactory { get => throw null!; set => throw null!; }
        public HttpClient? HttpClient { get => throw null!; set => throw null!; }
        public HttpMessageHandler? HttpHandler { get => throw null!; set => throw null!; }
        public bool DisposeHttpClient { get => throw null!; set => throw null!; }
        public bool ThrowOperationCanceledOnCancellation { get => throw null!; set => throw null!; }
        public bool UnsafeUseInsecureChannelCallCredentials { get => throw null!; set => throw null!; }
        public ServiceConfig? ServiceConfig { get => throw null!; set => throw null!; }
    }
}

namespace Grpc.Net.Client.Configuration
{
    public sealed class ServiceConfig
    {
        public ServiceConfig() { }
        public IList<MethodConfig> MethodConfigs => throw null!;
        public RetryThrottlingPolicy? RetryThrottling { get => throw null!; set => throw null!; }
    }

    public sealed class MethodConfig
    {
        public MethodConfig() { }
        public IList<MethodName> Names => throw null!;
        public RetryPolicy? RetryPolicy { get => throw null!; set => throw null!; }
    }

    public sealed class MethodName
    {
        public static readonly MethodName Default = null!;
        public MethodName() { }
        public string? Service { get => throw null!; set => throw null!; }
        public string? Method { get => throw null!; set => throw null!; }
    }

    public sealed class RetryPolicy
    {
        public RetryPolicy() { }
        public int? MaxAttempts { get => throw null!; set => throw null!; }
        public TimeSpan? InitialBackoff { get => throw null!; set => throw null!; }
        public TimeSpan? MaxBackoff { get => throw null!; set => throw null!; }
        public double? BackoffMultiplier { get => throw null!; set => throw null!; }
        public IList<StatusCode> RetryableStatusCodes => throw null!;
    }

    public sealed class RetryThrottlingPolicy
    {
        public RetryThrottlingPolicy() { }
        public int? MaxTokens { get => throw null!; set => throw null!; }
        public double? TokenRatio { get => throw null!; set => throw null!; }
    }
}

namespace Grpc.Net.Compression
{
    public interface ICompressionProvider
    {
        string EncodingName { get; }
        Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);
        Stream CreateDecompressionStream(Stream stream);
    }

    public class GzipCompressionProvider : ICompressionProvider
    {
        public GzipCompressionProvider(CompressionLevel defaultCompressionLevel) { }
        public string EncodingName => throw null!;
        public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) => throw null!;
        public Stream CreateDecompressionStream(Stream stream) => throw null!;
    }
}

namespace Grpc.Net.ClientFactory
{
    public abstract class GrpcClientFactory
    {
        protected GrpcClientFactory() { }
        public abstract TClient CreateClient<TClient>(string name) where TClient : class;
    }

    public class GrpcClientFactoryOptions
    {
        public GrpcClientFactoryOptions() { }
        public Uri? Address { get => throw null!; set => throw null!; }
        public IList<Action<GrpcChannelOptions>> ChannelOptionsActions => throw null!;
        public IList<Action<CallOptionsContext>> CallOptionsActions => throw null!;
        public IList<InterceptorRegistration> InterceptorRegistrations => throw null!;
        public Func<CallInvoker, object>? Creator { get => throw null!; set => throw null!; }
    }

    public sealed class CallOptionsContext
    {
        public CallOptionsContext(CallOptions callOptions, IServiceProvider serviceProvider) { }
        public CallOptions CallOptions { get => throw null!; set => throw null!; }
        public IServiceProvider ServiceProvider => throw null!;
    }

    public enum InterceptorScope { Channel = 0, Client = 1 }

    public class InterceptorRegistration
    {
        public InterceptorRegistration(InterceptorScope scope, Func<IServiceProvider, Interceptor> creator) { }
        public InterceptorScope Scope => throw null!;
        public Func<IServiceProvider, Interceptor> Creator => throw null!;
    }
}

namespace Grpc.AspNetCore.ClientFactory
{
    public class GrpcContextPropagationOptions
    {
        public GrpcContextPropagationOptions() { }
        public bool SuppressContextNotFoundErrors { get => throw null!; set => throw null!; }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class GrpcClientServiceExtensions
    {
        public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services) where TClient : class => throw null!;
        public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, Action<GrpcClientFactoryOptions> configureClient) where TClient : class => throw null!;
        public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, Action<IServiceProvider, GrpcClientFactoryOptions> configureClient) where TClient : class => throw null!;
        public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, string name) where TClient : class => throw null!;
        public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, string name, Action<GrpcClientFactoryOptions> configureClient) where TClient : class => throw null!;
        public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, string name, Action<IServiceProvider, GrpcClientFactoryOptions> configureClient) where TClient : class => throw null!;
    }

    public static class GrpcHttpClientBuilderExtensions
    {
        public static IHttpClientBuilder ConfigureChannel(this IHttpClientBuilder builder, Action<GrpcChannelOptions> configureChannel) => throw null!;
        public static IHttpClientBuilder ConfigureChannel(this IHttpClientBuilder builder, Action<IServiceProvider, GrpcChannelOptions> configureChannel) => throw null!;
        public static IHttpClientBuilder AddInterceptor(this IHttpClientBuilder builder, Func<Interceptor> configureInvoker) => throw null!;
        public static IHttpClientBuilder AddInterceptor(this IHttpClientBuilder builder, Func<IServiceProvider, Interceptor> configureInvoker) => throw null!;
        public static IHttpClientBuilder AddInterceptor(this IHttpClientBuilder builder, InterceptorScope scope, Func<IServiceProvider, Interceptor> configureInvoker) => throw null!;
        public static IHttpClientBuilder AddInterceptor<TInterceptor>(this IHttpClientBuilder builder) where TInterceptor : Interceptor => throw null!;
        public static IHttpClientBuilder AddInterceptor<TInterceptor>(this IHttpClientBuilder builder, InterceptorScope scope) where TInterceptor : Interceptor => throw null!;
        public static IHttpClientBuilder AddCallCredentials(this IHttpClientBuilder builder, Func<AuthInterceptorContext, Metadata, Task> authInterceptor) => throw null!;
        public static IHttpClientBuilder AddCallCredentials(this IHttpClientBuilder builder, Func<AuthInterceptorContext, Metadata, IServiceProvider, Task> authInterceptor) => throw null!;
        public static IHttpClientBuilder AddCallCredentials(this IHttpClientBuilder builder, CallCredentials credentials) => throw null!;
        public static IHttpClientBuilder ConfigureGrpcClientCreator(this IHttpClientBuilder builder, Func<CallInvoker, object> configureCreator) => throw null!;
    }

    public static class GrpcServerHttpClientBuilderExtensions
    {
        public static IHttpClientBuilder EnableCallContextPropagation(this IHttpClientBuilder builder) => throw null!;
        public static IHttpClientBuilder EnableCallContextPropagation(this IHttpClientBuilder builder, Action<GrpcContextPropagationOptions> configureOptions) => throw null!;
    }
}
