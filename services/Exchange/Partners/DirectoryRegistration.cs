using System.Security.Cryptography.X509Certificates;
using InfoSharing.Directories;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Parcels.Sealing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Partners;

/// <summary>Puts the directory into a service.</summary>
internal static class DirectoryRegistration
{
    /// <summary>Registers <see cref="DirectoryInForce"/> and <see cref="IPartnerKeys"/>. A development authority is taken in Development alone.</summary>
    /// <param name="services">The service's.</param>
    /// <param name="section">The section "Directory".</param>
    internal static IServiceCollection AddDirectory(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<DirectoryOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DirectoryOptions>, DirectoryOptionsValidator>();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<DirectoryOptions>>().Value;
            return new DirectoryTrust
            {
                Officers = [.. options.OfficerFiles.Select(X509CertificateLoader.LoadCertificateFromFile)],
                Required = options.Required,
                AllowsDevelopment = provider.GetRequiredService<IHostEnvironment>().IsDevelopment(),
                HighestSeen = DirectoryKeeper.HighestSeen(provider.GetRequiredService<ILedger>()),
            };
        });
        services.AddSingleton<DirectoryInForce>();
        services.AddSingleton<IPartnerKeys, DirectoryPartners>();
        services.AddHostedService<DirectoryKeeper>();
        return services;
    }
}
