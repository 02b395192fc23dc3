using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Grpc.AspNetCore.Server;

internal static class PostEndpoint
{
    /// <summary>Maps a pattern for POST, which is all that gRPC uses (PROTOCOL-HTTP2 "Method").</summary>
    public static IEndpointConventionBuilder MapMethods(this IEndpointRouteBuilder builder, RoutePattern pattern, RequestDelegate handle, string name) =>
        builder.Map(pattern, handle).WithMetadata(new HttpMethodMetadata([HttpMethods.Post])).WithDisplayName(name);
}
