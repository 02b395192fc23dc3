using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace InfoSharing.ServiceDefaults.Telemetry;

/// <summary>Puts telemetry into a process.</summary>
internal static class TelemetryRegistration
{
    private static readonly DistributedContextPropagator AtTheDoor = new TraceparentAlone();

    /// <summary>Adds the export, and what is taken of a caller's trace whether or not anything is exported.</summary>
    internal static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        var program = builder.Environment.ApplicationName;
        builder.Services.PostConfigure<TelemetryOptions>(options => options.Service = options.Service.Length > 0 ? options.Service : program);
        builder.Services.Replace(ServiceDescriptor.Singleton(AtTheDoor)); // requests that come
        DistributedContextPropagator.Current = AtTheDoor; // whatever this process asks of others
        builder.Services.AddHostedService<TelemetryWorker>();
    }
}
