// Grpc.AspNetCore.Server, .HealthChecks and .Server.Reflection, Grpc.HealthCheck and Grpc.StatusProto 2.x.
using System.Collections;
using System.Collections.ObjectModel;
using System.IO.Compression;
using Grpc.AspNetCore.HealthChecks;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Health.V1;
using Grpc.Net.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server
{
    public class GrpcServiceOptions
    {
        public GrpcServiceOptions() { }
        public int? MaxReceiveMessageSize { get => throw null!; set => throw null!; }
        public int? MaxSendMessageSize { get => throw null!; set => throw null!; }
        public bool? EnableDetailedErrors { get => throw null!; set => throw null!; }
        public bool? IgnoreUnknownServices { get => throw null!; set => throw null!; }
        public IList<ICompressionProvider> CompressionProviders { get => throw null!; set => throw null!; }
        public string? ResponseCompressionAlgorithm { get => throw null!; set => throw null!; }
        public CompressionLevel? ResponseCompressionLevel { get => throw null!; set => throw null!; }
        public InterceptorCollection Interceptors => throw null!;
    }

    public class GrpcServiceOptions<TService> : GrpcServiceOptions where TService : class
    {
        public GrpcServiceOptions() { }
    }

    public interface IGrpcServerBuilder
    {
        IServiceCollection Services { get; }
    }

    public sealed class GrpcMethodMetadata
    {
        public GrpcMethodMetadata(Type serviceType, IMethod method) { }
        public Type ServiceType => throw null!;
        public IMethod Method => throw null!;
    }

    public class InterceptorCollection : Collection<InterceptorRegistration>
    {
        public InterceptorCollection() { }
        public void Add<TInterceptor>(params object[] args) where TInterceptor : Interceptor => throw null!;
        public void Add(Type interceptorType, params object[] args) => throw null!;
    }

    public class InterceptorRegistration
    {
        internal InterceptorRegistration() { }
        public Type Type => throw null!;
        public IReadOnlyList<object> Arguments => throw null!;
    }
}

namespace Grpc.Core
{
    public static class ServerCallContextExtensions
    {
        public static HttpContext GetHttpContext(this ServerCallContext serverCallContext) => throw null!;
    }

    public static class MetadataExtensions
    {
        public const string StatusDetailsTrailerName = "grpc-status-details-bin";
        public static Google.Rpc.Status? GetRpcStatus(this Metadata metadata, bool ignoreParseError = false) => throw null!;
        public static void SetRpcStatus(this Metadata metadata, Google.Rpc.Status status) => throw null!;
    }

    public static class RpcExceptionExtensions
    {
        public static Google.Rpc.Status? GetRpcStatus(this RpcException ex) => throw null!;
    }

    public static class RpcStatusExtensions
    {
        public static RpcException ToRpcException(this Google.Rpc.Status status) => throw null!;
        public static RpcException ToRpcException(this Google.Rpc.Status status, StatusCode statusCode, string message) => throw null!;
    }
}

namespace Grpc.HealthCheck
{
    public class HealthServiceImpl : Health.V1.Health.HealthBase
    {
        public HealthServiceImpl() { }
        public void SetStatus(string service, HealthCheckResponse.Types.ServingStatus status) => throw null!;
        public void ClearStatus(string service) => throw null!;
        public void ClearAll() => throw null!;
        public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) => throw null!;
        public override Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context) => throw null!;
    }
}

namespace Grpc.AspNetCore.HealthChecks
{
    public sealed class GrpcHealthChecksOptions
    {
        public GrpcHealthChecksOptions() { }
        public ServiceMappingCollection Services => throw null!;
        public bool UseHealthChecksCache { get => throw null!; set => throw null!; }
    }

    public sealed class ServiceMappingCollection : IEnumerable<ServiceMapping>
    {
        public ServiceMappingCollection() { }
        public void Map(string name, Func<HealthCheckMapContext, bool> predicate) => throw null!;
        public void Remove(string name) => throw null!;
        public void Clear() => throw null!;
        public IEnumerator<ServiceMapping> GetEnumerator() => throw null!;
        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }

    public sealed class ServiceMapping
    {
        public ServiceMapping(string name, Func<HealthCheckMapContext, bool> predicate) { }
        public string Name => throw null!;
    }

    public sealed class HealthCheckMapContext
    {
        internal HealthCheckMapContext() { }
        public string Name => throw null!;
        public IEnumerable<string> Tags => throw null!;
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public sealed class GrpcServiceEndpointConventionBuilder : IEndpointConventionBuilder
    {
        internal GrpcServiceEndpointConventionBuilder() { }
        public void Add(Action<EndpointBuilder> convention) => throw null!;
        public void Finally(Action<EndpointBuilder> finallyConvention) => throw null!;
    }

    public static class GrpcEndpointRouteBuilderExtensions
    {
        public static GrpcServiceEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder) where TService : class => throw null!;
    }

    public static class GrpcHealthChecksEndpointRouteBuilderExtensions
    {
        public static GrpcServiceEndpointConventionBuilder MapGrpcHealthChecksService(this IEndpointRouteBuilder builder) => throw null!;
    }

    public static class GrpcReflectionEndpointRouteBuilderExtensions
    {
        public static IEndpointConventionBuilder MapGrpcReflectionService(this IEndpointRouteBuilder builder) => throw null!;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class GrpcServicesExtensions
    {
        public static IGrpcServerBuilder AddGrpc(this IServiceCollection services) => throw null!;
        public static IGrpcServerBuilder AddGrpc(this IServiceCollection services, Action<GrpcServiceOptions> configureOptions) => throw null!;
        public static IGrpcServerBuilder AddServiceOptions<TService>(this IGrpcServerBuilder grpcBuilder, Action<GrpcServiceOptions<TService>> configure) where TService : class => throw null!;
    }

    public static class GrpcHealthChecksServiceExtensions
    {
        public static IHealthChecksBuilder AddGrpcHealthChecks(this IServiceCollection services) => throw null!;
        public static IHealthChecksBuilder AddGrpcHealthChecks(this IServiceCollection services, Action<GrpcHealthChecksOptions> configure) => throw null!;
    }

    public static class GrpcReflectionServiceExtensions
    {
        public static IServiceCollection AddGrpcReflection(this IServiceCollection services) => throw null!;
    }
}
