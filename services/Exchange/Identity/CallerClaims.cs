using System.Security.Claims;

namespace InfoSharing.Exchange.Identity;

/// <summary>A caller as claims. Whatever the proof was, a handler ends with these.</summary>
internal static class CallerClaims
{
    private const string Name = "name";
    private const string Role = "role";
    private const string Agency = "agency";

    internal static ClaimsIdentity IdentityOf(Caller caller, string scheme) =>
        new([new(Name, caller.Name), new(Role, caller.Role), new(Agency, caller.Agency)], scheme, Name, Role);

    /// <summary>The caller of a request; null where none was proven.</summary>
    internal static Caller? CallerOf(ClaimsPrincipal user) =>
        user is { Identity.IsAuthenticated: true } && user.FindFirst(Name) is { } name && user.FindFirst(Role) is { } role && user.FindFirst(Agency) is { } agency
            ? new(name.Value, role.Value, agency.Value)
            : null;
}
