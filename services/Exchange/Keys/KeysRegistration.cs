using InfoSharing.Exchange.Parcels.Sealing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Keys;

/// <summary>Puts the agency's own keys into a service.</summary>
internal static class KeysRegistration
{
    /// <summary>Registers <see cref="AgencyKeys"/>, by which every room knows who "us" is. Files are looked at before anything starts.</summary>
    /// <param name="services">The service's.</param>
    /// <param name="section">The section "Keys".</param>
    internal static IServiceCollection AddAgencyKeys(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<KeysOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<KeysOptions>, KeysOptionsValidator>();
        services.AddSingleton(provider =>
        {
            var files = provider.GetRequiredService<IOptions<KeysOptions>>().Value;
            var agency = provider.GetRequiredService<IOptions<AgencyOptions>>().Value;
            return new AgencyKeys(agency.Id, KeyFile.Read(files.SigningFile), KeyFile.Read(files.SealingFile)) { Retired = [.. files.RetiredSealingFiles.Select(KeyFile.Read)] };
        });
        return services;
    }
}
