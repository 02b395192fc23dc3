using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InfoSharing.Exchange.Identity;

/// <summary>Puts identities into a service: nothing of ours answers a caller whom it does not know.</summary>
internal static class IdentityRegistration
{
    /// <summary>Registers proofs, roles, and what is recorded of those who are not let in.</summary>
    /// <param name="services">The service's.</param>
    /// <param name="section">The section "Identity".</param>
    internal static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<IdentityOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<KnownTokens>();
        services.AddHostedService(provider => provider.GetRequiredService<KnownTokens>());
        services.AddSingleton<ICallers, Callers>();
        services.AddSingleton<TurnedAway>();
        services.AddSingleton<UnprovenAttempts>();
        services.AddHostedService(provider => provider.GetRequiredService<UnprovenAttempts>());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, GrpcRefusals>();

        // A person's JWT and a system's certificate become schemes beside this one; the policy then names them too.
        // The core alone: AddAuthentication brings data protection with it, which writes keys of its own into a home folder.
        services.AddAuthenticationCore(authentication => authentication.DefaultScheme = TokenHandler.SchemeName).AddWebEncoders();
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.SchemeName, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder(TokenHandler.SchemeName).RequireAuthenticatedUser().AddRequirements(new RoleRequirement()).Build());
        services.AddSingleton<IAuthorizationHandler, RoleRequirement>();
        return services;
    }

    /// <summary>Lets in who may call; before services are mapped. An endpoint that needs no identity says AllowAnonymous.</summary>
    internal static WebApplication UseIdentity(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }
}
