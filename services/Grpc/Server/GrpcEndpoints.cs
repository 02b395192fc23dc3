using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server;

/// <summary>Makes the endpoints of services, and those that answer UNIMPLEMENTED for what is not there.</summary>
internal sealed class GrpcEndpoints(IServiceProvider services, IOptions<GrpcServiceOptions> options, ILoggerFactory loggers)
{
    private readonly ServerLog log = new(loggers.CreateLogger("Grpc.AspNetCore.Server"));
    private readonly HashSet<string> answeredServices = [];
    private bool answersUnknownServices;

    public IReadOnlyList<IEndpointConventionBuilder> Map<TService>(IEndpointRouteBuilder builder)
        where TService : class
    {
        var binder = new ServiceMethods<TService>(new ServingOptions(OptionsOf<TService>()), log);
        ServiceBinding.Bind(typeof(TService), binder);
        var mapped = new List<IEndpointConventionBuilder>();
        foreach (var (method, handle, metadata) in binder.Methods)
        {
            var pattern = RoutePatternFactory.Pattern(method.FullName, Literals(method));
            mapped.Add(builder.MapMethods(pattern, handle, $"gRPC - {method.FullName}").WithMetadata([.. metadata]));
        }

        foreach (var service in binder.Methods.Select(method => method.Method.ServiceName).Distinct().Where(answeredServices.Add))
        {
            mapped.Add(MapUnimplemented(builder, RoutePatternFactory.Segment(RoutePatternFactory.LiteralPart(service)), "Method is unimplemented."));
        }

        if (!answersUnknownServices && options.Value.IgnoreUnknownServices != true)
        {
            answersUnknownServices = true;
            MapUnimplemented(builder, RoutePatternFactory.Segment(RoutePatternFactory.ParameterPart("unimplementedService")), "Service is unimplemented.");
        }

        return mapped;
    }

    private static RoutePatternPathSegment[] Literals(IMethod method) =>
        [RoutePatternFactory.Segment(RoutePatternFactory.LiteralPart(method.ServiceName)), RoutePatternFactory.Segment(RoutePatternFactory.LiteralPart(method.Name))];

    private static IEndpointConventionBuilder MapUnimplemented(IEndpointRouteBuilder builder, RoutePatternPathSegment service, string detail)
    {
        var anyMethod = RoutePatternFactory.Segment(RoutePatternFactory.ParameterPart(
            "unimplementedMethod", @default: null, RoutePatternParameterKind.Standard, RoutePatternFactory.ParameterPolicy(new GrpcRequestConstraint())));
        var pattern = RoutePatternFactory.Pattern(service, anyMethod);
        return builder.MapMethods(pattern, context => Unimplemented.AnswerAsync(context, detail), $"gRPC - {detail}");
    }

    private GrpcServiceOptions OptionsOf<TService>()
        where TService : class =>
        services.GetServices<IConfigureOptions<GrpcServiceOptions<TService>>>().Any()
            ? services.GetRequiredService<IOptions<GrpcServiceOptions<TService>>>().Value
            : options.Value;
}
