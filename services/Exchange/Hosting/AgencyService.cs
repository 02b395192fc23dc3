using InfoSharing.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Hosting;

/// <summary>A service for agencies of one kind: what it is made of, and how it is run. Its Program says this and nothing else.</summary>
/// <param name="kind">The kind of agency that it is for.</param>
public sealed class AgencyService(Party.Types.AgencyKind kind)
{
    /// <summary>The kind of agency that it is for.</summary>
    public Party.Types.AgencyKind Kind { get; } = kind;

    /// <summary>Adds what it is made of.</summary>
    public required Action<WebApplicationBuilder> Add { get; init; }

    /// <summary>Maps what it answers.</summary>
    public required Action<WebApplication> Map { get; init; }

    /// <summary>Makes it, ready to be started.</summary>
    /// <param name="builder">A builder with the agency's settings.</param>
    /// <exception cref="OptionsValidationException">A setting is wrong; several together come as an <see cref="AggregateException"/> of them.</exception>
    public WebApplication Build(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(new ServedKind(Kind));
        Add(builder);
        var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate(); // the host itself would first make what stands on wrong settings, and name the first alone
        Map(app);
        return app;
    }

    /// <summary>Runs it for one agency until it is told to stop.</summary>
    /// <param name="args">What was typed: --agency ID, --data DIR, --port N, --settings FILE, and any setting as --Section:Name value; with --probe [NAME] it only asks the one that runs.</param>
    /// <returns>0, or 1 where it could not start and said why, or does not serve.</returns>
    public Task<int> RunAsync(string[] args) =>
        args.Contains(AgencyProbe.Option) ? new AgencyProbe(Console.Out, Console.Error).RunAsync(args) : new AgencyProcess(this, Console.Out, Console.Error, TimeProvider.System).RunAsync(args);
}
