using System.Security.Claims;
using System.Text.Encodings.Web;
using InfoSharing.Exchange.Parcels.Sealing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Identity;

/// <summary>The first of several proofs: a bearer token of this agency (RFC 6750). Each other proof is an authentication scheme of its own beside it.</summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, KnownTokens tokens, AgencyKeys us, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The scheme's name.</summary>
    internal const string SchemeName = "AgencyToken";

    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0) return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(header.Count == 1 && header[0] is { } value && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? Of(value[Bearer.Length..].Trim())
            : Not(IdentityWords.NotAToken));
    }

    private AuthenticateResult Of(string presented)
    {
        if (tokens.Find(presented) is not { } token) return Not(IdentityWords.Unknown(us.Agency));
        if (clock.GetUtcNow() >= token.Expires) return Not(IdentityWords.Expired);
        var caller = new Caller(token.Name, token.Role, us.Agency);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(CallerClaims.IdentityOf(caller, SchemeName)), SchemeName));
    }

    private AuthenticateResult Not(string words)
    {
        Context.Features.Set(new IdentityFault(words));
        return AuthenticateResult.Fail(words);
    }
}
