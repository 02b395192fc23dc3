using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace InfoSharing.Exchange.Identity;

/// <summary>The caller's role is one that <see cref="MethodRoles"/> gives the method.</summary>
internal sealed class RoleRequirement : AuthorizationHandler<RoleRequirement>, IAuthorizationRequirement
{
    /// <summary>The method that a request asks for; null where its endpoint is none of a service.</summary>
    internal static string? MethodOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName;

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        // What is no method of a service answers UNIMPLEMENTED by itself, to whoever is known.
        if (context.Resource is HttpContext http && CallerClaims.CallerOf(context.User) is { } caller && (MethodOf(http) is not { } method || MethodRoles.Of(method).Contains(caller.Role)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
