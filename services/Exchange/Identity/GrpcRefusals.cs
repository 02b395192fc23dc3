using Grpc.Core;
using InfoSharing.Exchange.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Identity;

/// <summary>Who is not let in hears so as a gRPC status and nothing else (PROTOCOL-HTTP2, "Trailers-Only"), and it is recorded.</summary>
internal sealed class GrpcRefusals(UnprovenAttempts unproven, TurnedAway turnedAway, ILogger<GrpcRefusals> log) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _http = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }

        var caller = CallerClaims.CallerOf(context.User);
        if (caller is null) unproven.Count();
        else await RecordAsync(caller, MethodOf(context));

        if (context.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) != true) await _http.HandleAsync(next, context, policy, authorizeResult);
        else if (caller is null) Answer(context.Response, StatusCode.Unauthenticated, context.Features.Get<IdentityFault>()?.Words ?? IdentityWords.None);
        else Answer(context.Response, StatusCode.PermissionDenied, WordsFor(caller, MethodOf(context)));
    }

    private async Task RecordAsync(Caller caller, string method)
    {
        try
        {
            await turnedAway.RecordAsync(caller, method);
        }
        catch (LedgerUnavailableException) // the ledger said so itself; who has no right to call is told that, and not how the ledger is
        {
            IdentityLog.NotRecorded(log);
        }
    }

    private static string MethodOf(HttpContext http) => RoleRequirement.MethodOf(http) ?? http.Request.Path;

    private static string WordsFor(Caller caller, string method)
    {
        var roles = MethodRoles.Of(method);
        return roles.Count == 0 ? IdentityWords.NotForAnyone(method) : IdentityWords.NotForRole(caller.Role, method, roles);
    }

    private static void Answer(HttpResponse response, StatusCode status, string words)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = $"{(int)status}";
        response.Headers["grpc-message"] = Uri.EscapeDataString(words);
    }
}
